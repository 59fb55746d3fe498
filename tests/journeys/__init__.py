"""Whole stories in a real browser, against the real server and the real worker.

`server.py` starts Draht in an empty folder, `people.py` lets a few members live there, `browser.py` is somebody before
a screen who notices all that is wrong, `hands.py` is pointer and keyboard, `steps.py` is what everybody does.
"""
