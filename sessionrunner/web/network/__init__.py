"""What the system tells about its networks: adapters, neighbours, the Wi-Fi's name; reading only, no rights needed."""
