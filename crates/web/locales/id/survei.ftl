### survei
