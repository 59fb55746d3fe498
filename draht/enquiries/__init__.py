"""Enquiries: questions to a company, and that it answers them within a working day.

Owns the questions of members and guests, the team's inbox with its notes and saved answers, and the clock that runs
while somebody waits. Knows companies (who may answer, when they are there); must not know giveaways, goals or notices.

What is shown of the clock is shown of the team as a whole. Who of the team wrote an answer stands in the enquiry
itself, for the team alone; nothing counts or sorts by person, and the page's log does not name who answered.

Whoever leaves the network takes their enquiries along, answers and notes included. A guest's enquiry is deleted half a
year after it was closed. What stays is the length of the wait, without a name and without words, for the figures.
"""
