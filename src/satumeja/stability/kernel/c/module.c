/* The module that Python imports, and how it reads arrays.
 *
 * Arrays come through the buffer protocol, so that no header of numpy is needed and one build
 * serves all of its releases. Whatever does not fit raises an error: no caller can make the
 * kernel read or write outside of what it was lent. */

#include "kernel.h"

#include <string.h>

int array_open(Array *array, PyObject *object, int writable, const char *name)
{
    int flags = PyBUF_C_CONTIGUOUS | PyBUF_FORMAT | (writable ? PyBUF_WRITABLE : 0);
    if (PyObject_GetBuffer(object, &array->view, flags) < 0)
        return -1;
    const char *format = array->view.format ? array->view.format : "B";
    Py_ssize_t item = array->view.itemsize;
    /* Native unsigned integers; which letter has four bytes differs by platform. */
    if (strlen(format) != 1 || !strchr("BHIL", *format) || (item != 1 && item != 2 && item != 4)) {
        PyErr_Format(PyExc_TypeError, "%s: numbers of 8, 16 or 32 bits without a sign, not \"%s\"",
                     name, format);
        PyBuffer_Release(&array->view);
        return -1;
    }
    array->item = (size_t)item;
    array->length = (size_t)array->view.len / (size_t)item;
    return 0;
}

void array_close(Array *array)
{
    PyBuffer_Release(&array->view);
}

static PyMethodDef functions[] = {
    {"sort_blocks", sort_blocks, METH_VARARGS,
     "sort_blocks(ranks, start, width, order): sort the states of each block, best first; "
     "return whether any tie."},
    {"chains", chains, METH_VARARGS,
     "chains(ranks, start, width, values, movers, out, best): the lowest values that chains of "
     "improvements lead to."},
    {"decide_profiles", decide_profiles, METH_VARARGS,
     "decide_profiles(plan, ranks, concepts, kind, result): decide many preference profiles."},
    {"draw_ranks", draw_ranks, METH_VARARGS,
     "draw_ranks(high, low, high, low, ties, size, ranks): draw orders from the state and the "
     "increment of PCG64, in words of 64 bits."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_compiled",
    .m_doc = "The inner loops of the explicit engine.",
    .m_size = 0,
    .m_methods = functions,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit__compiled(void)
{
    return PyModuleDef_Init(&definition);
}
