mod f02;
