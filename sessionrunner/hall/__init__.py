"""The audience's server for many rooms: run by IT on a PostgreSQL database, led from laptops that connect outward."""
