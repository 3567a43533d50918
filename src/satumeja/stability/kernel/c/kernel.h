/* What the parts of the kernel share: arrays that come from Python, checked. */

#ifndef SATUMEJA_KERNEL_H
#define SATUMEJA_KERNEL_H

/* The stable part of Python's interface: what is built with one Python runs with all later
 * ones. setup tools may define it on the command line as well. */
#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030B0000
#endif
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stddef.h>
#include <stdint.h>

/* The compilers of most Linux machines make a function once for any processor and once for
 * those with wider registers, and choose when it is loaded: no build is bound to a machine. */
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__) && defined(__GNUC__) && \
    !defined(__clang__) && !defined(SATUMEJA_PLAIN)
#define WIDE_REGISTERS __attribute__((target_clones("avx2", "default")))
#else
#define WIDE_REGISTERS
#endif

#if defined(_MSC_VER)
#define INLINED __forceinline
#else
#define INLINED inline __attribute__((always_inline))
#endif

/* The states of a block in order are numbers of 16 bits: the own options of each, and whether
 * it ties with the one before. */
#define WIDEST 15
#define OWN 0x7fffu
#define TIE 0x8000u

/* An array of unsigned numbers as Python lent it: given back with array_close. */
typedef struct {
    Py_buffer view;
    size_t length;  /* in items */
    size_t item;    /* bytes of one: 1, 2 or 4 */
} Array;

/* Borrow an array: 0, or -1 with a Python error. `name` is what errors call it. */
int array_open(Array *array, PyObject *object, int writable, const char *name);
void array_close(Array *array);

/* The functions that Python calls. */
PyObject *sort_blocks(PyObject *module, PyObject *arguments);
PyObject *chains(PyObject *module, PyObject *arguments);
PyObject *decide_profiles(PyObject *module, PyObject *arguments);
PyObject *draw_ranks(PyObject *module, PyObject *arguments);

#endif
