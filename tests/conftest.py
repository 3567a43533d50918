"""The rules of these tests.

- One test module per module; small clear helpers; tables of cases before long tests.
- Expected values are facts (definitions, publications), not what the program printed.
- The gate must not depend on luck or on a busy machine: property tests replay the same
  examples and have no deadline. ``HYPOTHESIS_PROFILE=explore`` looks for new ones.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "gate", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))
