"""The way from a phone to the laptop: addresses to choose among, the Wi-Fi, and what may be in between."""
