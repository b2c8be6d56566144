"""What is edited already, taken in as records: volumes of Foreign Relations of the United States in TEI."""
