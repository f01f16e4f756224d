"""What the leader sees at each point of the hour; wiring only."""
