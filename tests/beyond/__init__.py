"""What one gets beyond each limit that the page of limits tells."""
