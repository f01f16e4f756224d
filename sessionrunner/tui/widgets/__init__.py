"""Parts that screens are put together from; each shows one thing and decides nothing."""
