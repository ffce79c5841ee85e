"""Writes the sheets described in cases.json as workbooks: .xlsx by openpyxl, .xls by xlwt."""
import json
import sys

import openpyxl
import xlwt

folder = sys.argv[1]
formats = {"percent": "0.00%", "date": "DD/MM/YYYY", "": "General"}
for case in json.load(open(folder + "/cases.json", encoding="utf-8")):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bảng"
    old = xlwt.Workbook(encoding="utf-8")
    page = old.add_sheet("Bảng", cell_overwrite_ok=True)
    covered = {}
    for first, last, left, right in case["merges"]:
        for r in range(first, last + 1):
            for c in range(left, right + 1):
                covered[r, c] = (first, last, left, right)
    for r, c, kind, value, form in case["cells"]:
        target = sheet.cell(r, c)
        style = xlwt.easyxf(num_format_str=formats[form])
        if kind == "number":
            value = float(value)
            value = int(value) if value == int(value) else value
        elif kind == "no-value":
            value = "=" + value
        target.value = value
        if kind == "text":
            target.data_type = "s"
        elif kind == "error":
            target.data_type = "e"
        target.number_format = formats[form]
        if kind == "no-value" or kind == "error":
            continue
        if (r, c) in covered:
            f, l, a, b = covered[r, c]
            page.write_merge(f - 1, l - 1, a - 1, b - 1, value, style)
        else:
            page.write(r - 1, c - 1, value, style)
    for first, last, left, right in case["merges"]:
        sheet.merge_cells(start_row=first, end_row=last, start_column=left, end_column=right)
    for r in case["hidden"]:
        sheet.row_dimensions[r].hidden = True
        page.row(r - 1).hidden = True
    for c in case["columns"]:
        sheet.column_dimensions[openpyxl.utils.get_column_letter(c)].hidden = True
        page.col(c - 1).hidden = True
    book.save("%s/%d.xlsx" % (folder, case["id"]))
    if not any(cell[2] in ("no-value", "error") for cell in case["cells"]):
        old.save("%s/%d.xls" % (folder, case["id"]))
