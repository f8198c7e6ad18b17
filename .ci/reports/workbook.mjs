// node workbook.mjs BOOK.xlsx...
// Read again by another library: no formula anywhere; a sheet of ten rows or more has a filter and a header that stays.
import exceljs from 'exceljs';

let faults = 0;
for (const file of process.argv.slice(2)) {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  for (const sheet of book.worksheets) {
    let formulas = 0;
    sheet.eachRow(row => row.eachCell(cell => { if (cell.type === exceljs.ValueType.Formula) formulas++; }));
    const frozen = sheet.views.some(view => view.state === 'frozen');
    const usable = sheet.rowCount < 10 || (frozen && !!sheet.autoFilter);
    console.log(`${file} ${sheet.name}: ${sheet.rowCount} rows, ${formulas} formulas${usable ? '' : ', no filter or no fixed header'}`);
    if (formulas || !usable) faults++;
  }
}
process.exit(faults ? 1 : 0);
