from ._asking import ASKED as ASKED
from ._jobs import Jobs as Jobs
from ._jobs import JobsBusyError as JobsBusyError
from ._page import SheetPage as SheetPage
from ._task import Task as Task
from ._works import WORKS as WORKS
