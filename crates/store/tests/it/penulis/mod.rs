//! The writer of survey answers.

#![cfg(test)]

mod bunuh;
mod putus;
mod sekaligus;
mod syarat;
mod tautan;
