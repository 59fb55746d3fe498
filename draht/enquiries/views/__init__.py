"""Ways in: asking, one enquiry, a guest's private link, the team's inbox and desk."""
