#!/usr/bin/env bash
# Makes the spoken clips of the board into ../assets/suara: run by hand, and only when a word changes.
# Needs Debian's espeak-ng, sox with libsox-fmt-mp3, and lame. Why these: docs/decisions/spoken-calls.md.
set -euo pipefail
cd "$(dirname "$0")"
tujuan=../assets/suara
kerja=$(mktemp -d)
trap 'rm -rf "$kerja"' EXIT

jadikan() { # name of the clip, text or [[phonemes]] for the voice
    espeak-ng -v id -s 135 -p 42 -g 2 -w "$kerja/satu.wav" -- "$2"
    # Silence at both ends goes, so that words can stand close; every clip gets the same loudness.
    sox "$kerja/satu.wav" -r 24000 "$kerja/rapi.wav" \
        silence 1 0.01 0.3% reverse silence 1 0.01 0.3% reverse pad 0.02 0.06 norm -2
    lame --quiet -m m -b 32 --noreplaygain "$kerja/rapi.wav" "$tujuan/suara-$1.mp3"
}

rm -f "$tujuan"/suara-*.mp3
# Where the voice reads a word otherwise than it is said, the sounds stand in its alphabet.
while IFS='|' read -r nama teks; do jadikan "$nama" "$teks"; done <<'KATA'
nomor-antrean|nomor antrean
silakan-ke-loket|silakan ke [[l'okEt]]
silakan-ke-gerai|silakan ke [[g@r'ai]]
loket|[[l'okEt]]
nol|nol
satu|satu
dua|dua
tiga|tiga
empat|[[@mp'at]]
lima|lima
enam|[[@n'am]]
tujuh|tujuh
delapan|delapan
sembilan|sembilan
sepuluh|sepuluh
sebelas|[[s@b@l'as]]
belas|[[b@l'as]]
puluh|puluh
seratus|seratus
ratus|ratus
seribu|seribu
ribu|ribu
KATA
for huruf in {A..Z}; do jadikan "${huruf,,}" "$huruf"; done

# Two falling tones, made from sines.
sox -n -r 24000 -c 1 "$kerja/g1.wav" synth 0.9 sine 784 fade h 0.005 0.9 0.85
sox -n -r 24000 -c 1 "$kerja/g2.wav" synth 1.3 sine 622 fade h 0.005 1.3 1.2
sox -m "$kerja/g1.wav" "|sox $kerja/g2.wav -p pad 0.45 0" "$kerja/gong.wav" norm -6
lame --quiet -m m -b 32 --noreplaygain "$kerja/gong.wav" "$tujuan/suara-gong.mp3"
