### lokus
