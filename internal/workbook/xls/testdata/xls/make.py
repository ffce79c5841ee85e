# Makes calc.xlsx and rich97.xls in the current folder; README.md tells the rest.
# In sheet "Số liệu" of calc.xlsx column B tells what formula column A holds.
import datetime, openpyxl, xlwt
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

wb = openpyxl.Workbook()
ws = wb.active
ws.title = 'Số liệu'

def put(a, v, font='Times New Roman', fmt=None):
    c = ws[a]
    c.value, c.font = v, Font(name=font, size=12)
    if fmt:
        c.number_format = fmt

put('A1', 'Chỉ tiêu tháng 6/2024'); put('B1', 'Tæng sè', '.VnTime')
put('A2', 12.34); put('B2', -7); put('C2', 0.4587, fmt='0.00%'); put('D2', datetime.date(2024, 6, 30), fmt='dd/mm/yyyy')
put('E2', 1234567.891, fmt='#,##0.0'); put('F2', 0.1 + 0.2); put('G2', 123456789012345); put('H2', 5e-7); put('I2', -536870912); put('J2', 536870912)
put('A3', '=A2+B2'); put('B3', '=A2&" đồng"'); put('C3', '=A2>B2'); put('D3', '=1/0'); put('E3', '=IF(A2>100,"x","")')
formulas = ['SUM(A2:B2)', 'SUM(A2:B2,E2)', 'IF(A2>0,1,2)', 'CHOOSE(2,A2,B2,E2)', 'ROUND(A2/B2*100,1)', 'VLOOKUP(A2,$A$2:$G$2,2,0)',
    '(A2+B2)*-E2%', "'Phụ lục'!A1+Data!B2", 'SUM(Data!A1:B2)', 'AVERAGE(Data!$A$1:B$2)', 'muc_tieu*2', 'SUM(vung)', 'COUNTIF(A2:G2,">0")',
    'SUMPRODUCT({1,2;3,4})', 'LEN("a ""b"" c")', 'INDEX(A2:G2,1,MATCH(12.34,A2:G2,0))', 'OFFSET(A2,0,1)', 'TODAY()*0', 'TEXT(D2,"dd/mm/yyyy")',
    'A2^2', 'SUM(D:D)*0', 'SUM(Data!C:D)*0', 'RANK(A2,A2:G2)', 'AND(A2>0,NOT(A2<0))', 'SUBTOTAL(9,A2:B2)', 'MAX(A2,,3)', 'LEFT(A1,3)', 'SUM((A2,B2))',
    'SUM(A2:E2 B1:B9)', '1E+20+A2', '1.5+0.25+1000000', '-A2', '+A2', 'A2<>B2', 'A2<=B2', '"x"&A1', 'LOOKUP(2,{1,2,3},{"a","b","c"})', '#REF!+1',
    'EOMONTH(D2,1)', 'NETWORKDAYS(D2,D2+9)', 'IFERROR(1/0,5)']
for i, f in enumerate(formulas):
    ws.cell(5 + i, 1, '=' + f)
    ws.cell(5 + i, 2, f)
ws.merge_cells('D50:E51')
ws['A60'] = 'ẩn'
for r in (60, 61):
    ws.row_dimensions[r].hidden = True
ws.column_dimensions['P'].hidden = True
data = wb.create_sheet('Data')
data['A1'], data['B2'], data['IV16384'] = 1, 2, 99
annex = wb.create_sheet('Phụ lục')
annex['A1'], annex.sheet_state = 3, 'hidden'
old = wb.create_sheet("Năm '24")
old['A1'], old.sheet_state = '=Data!A1', 'veryHidden'
for name, text in [('muc_tieu', "'Số liệu'!$A$2"), ('vung', 'Data!$A$1:$B$2'), ('hang_so', '3.5'), ('cot', 'Data!$C:$D')]:
    wb.defined_names.append(DefinedName(name, attr_text=text))
wb.save('calc.xlsx')

wb = xlwt.Workbook(encoding='utf-8')
wb.dates_1904 = True
ws = wb.add_sheet('Chữ')

def style(name, fmt='General'):
    s = xlwt.XFStyle()
    s.font.name, s.num_format_str = name, fmt
    return s

def font(name, bold=False):
    f = xlwt.Font()
    f.name, f.bold = name, bold
    return f

tnr, vn = style('Times New Roman'), style('.VnTime')
ws.write(0, 0, 'Tæng sè', vn)
ws.write_rich_text(1, 0, ['Đầu ', ('S¬n', font('.VnTime')), ('§µ', font('.VnTimeH')), (' cuối', font('Times New Roman', True))], tnr)
ws.write_rich_text(2, 0, [('cả ', font('.VnTime')), ('câu', font('.VnTime', True))], vn)
ws.write_rich_text(3, 0, [('\U0001D11E abc ', font('.VnTime')), ('\U0001D11Edef', font('Arial'))], tnr)
ws.write(4, 0, 'ế' * 4200, tnr)
ws.write(5, 0, datetime.date(2024, 6, 30), style('Arial', 'dd/mm/yyyy'))
ws.write(5, 1, True)
ws.write(65535, 255, 1)
wb.save('rich97.xls')
