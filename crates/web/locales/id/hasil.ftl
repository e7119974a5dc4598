### hasil
