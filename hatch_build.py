"""Build the compiled kernel into the wheel, where there is a compiler.

It is optional: where it cannot be built the wheel is pure, one line says so, and numpy does
its work. ``SATUMEJA_PURE=1`` leaves it out on purpose. What is built with one Python from 3.11
on runs with all later ones (the stable ABI), and the same source gives the same bytes.
"""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOM = Path("src", "satumeja", "stability", "kernel")
MODULE = "satumeja.stability.kernel._compiled"
_GIVEN = ("CPPFLAGS", "CFLAGS", "LDFLAGS")


class KernelHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled kernel to a wheel, or to the checkout of an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; say in one line what came of it; tell the wheel what it holds."""
        self._folder = Path(tempfile.mkdtemp(prefix="satumeja-kernel-"))
        editable, checkout = version == "editable", Path(self.root, ROOM)
        if editable:  # of an earlier install, perhaps of another source
            for old in (*checkout.glob("_compiled*.so"), *checkout.glob("_compiled*.pyd")):
                old.unlink()
        built, why = self._built()
        if built is None:
            self.app.display_warning(f"satumeja without its compiled kernel: {why}")
            return
        self.app.display_info(f"satumeja with its compiled kernel: {built.name}")
        build_data["pure_python"] = False
        build_data["tag"] = f"cp311-abi3-{_platform_tag()}"
        if editable:
            shutil.copyfile(built, checkout / built.name)
        else:
            inside = Path(*ROOM.parts[1:], built.name)
            build_data["force_include"][str(built)] = inside.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made on the way."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _built(self) -> tuple[Path | None, str]:
        """Compile; return the extension, or None and why there is none."""
        if os.environ.get("SATUMEJA_PURE") == "1":
            return None, "SATUMEJA_PURE=1 asks for none"
        if sys.implementation.name != "cpython" or "t" in getattr(sys, "abiflags", ""):
            return None, "this Python has no stable ABI"
        try:
            return _compile(Path(self.root), self._folder), ""
        # Whatever goes wrong with a compiler, the program works without: never fail an install.
        except (Exception, SystemExit) as error:
            told = " ".join(str(error).split())
            return None, f"it did not compile ({type(error).__name__}: {told:.80})"


def _compile(root: Path, folder: Path) -> Path:
    from setuptools import Distribution, Extension

    source = root / ROOM / "c"
    msvc = sys.platform == "win32"
    # No debugging notes, which hold paths; nothing else of a machine gets into the bytes.
    # No note on how vectors are passed either: all functions that take some are inlined.
    plain = ["-O3", "-std=c11", "-g0", "-fPIC", "-fno-strict-overflow", "-DNDEBUG"]
    plain += ["-Wall", "-Wno-psabi", f"-ffile-prefix-map={root}=."]
    flags = ["/O2"] if msvc else plain
    extension = Extension(
        MODULE,
        sorted(str(path) for path in source.glob("*.c")),
        depends=[str(path) for path in source.glob("*.h")],
        define_macros=[("Py_LIMITED_API", "0x030B0000")],
        py_limited_api=True,
        extra_compile_args=flags,
        extra_link_args=["-Wl,-s"] if sys.platform == "linux" else [],
    )
    command = _command(Distribution({"name": "satumeja", "ext_modules": [extension]}))
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.ensure_finalized()
    command.run()
    return Path(command.get_ext_fullpath(MODULE))


def _command(distribution: Any) -> Any:
    """Make what compiles: on Linux with nothing of how this Python itself was built.

    That would be its flags, and a path of this machine among those where libraries are looked for.
    """
    from setuptools.command.build_ext import build_ext

    class Plain(build_ext):
        def build_extensions(self) -> None:
            if sys.platform == "linux":
                compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
                words = shlex.split(compiler)
                given = {flags: shlex.split(os.environ.get(flags, "")) for flags in _GIVEN}
                self.compiler.compiler_so = [*words, *given["CPPFLAGS"], *given["CFLAGS"]]
                self.compiler.linker_so = [*words, "-shared", *given["LDFLAGS"]]
            super().build_extensions()

    return Plain(distribution)


def _platform_tag() -> str:
    from packaging.tags import sys_tags

    # The plain one of this machine: manylinux is for whoever has checked what it promises.
    platforms = (tag.platform for tag in sys_tags())
    tag = next(name for name in platforms if "manylinux" not in name and "musllinux" not in name)
    if sys.platform == "darwin" and "universal2" in tag:
        return tag.replace("universal2", platform.machine())
    return tag
