//! Evaluation rules of PEKPPP: instrument, rubric, scores, IPP, category; pure and exact.
