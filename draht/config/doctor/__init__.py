"""What is wrong with an installation, and what to do about it: `draht doctor`.

Every check looks at one thing and says what it found in one line. It changes nothing that matters and waits for nothing
longer than a few seconds. A check that cannot do its work because another has failed stays silent.
"""

from draht.config.doctor.findings import Finding, Verdict
from draht.config.doctor.rounds import examine

__all__ = ["Finding", "Verdict", "examine"]
