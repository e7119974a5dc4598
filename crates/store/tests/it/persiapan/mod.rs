mod tindakan;
