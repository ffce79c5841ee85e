#!/bin/sh
# Makes the pictures of docs/workbook.md and of HUONG-DAN.md anew, from the example and the program as it is: run from the root
# of the repository. Needs LibreOffice (soffice), poppler (pdftoppm, pdftotext), Chromium with its other languages (chromium,
# chromium-l10n) and the faces in fonts/, which stand in for Times New Roman.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cat > "$tmp/fonts.conf" <<X
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$PWD/fonts</dir><cachedir>$tmp/cache</cachedir>
<alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias></fontconfig>
X
cp -r examples/kien-an-2022 "$tmp/kien-an"
go run ./cmd/baocao build "$tmp/kien-an" >/dev/null 2>&1 || true # the example owes something, as it should
FONTCONFIG_FILE="$tmp/fonts.conf" soffice "-env:UserInstallation=file://$tmp/profile" --headless --convert-to pdf --outdir "$tmp" \
  "$tmp/kien-an/2-bao-cao/SoLieu-2022.xlsx" >/dev/null 2>&1
pages=$(pdfinfo "$tmp/SoLieu-2022.pdf" | sed -n 's/^Pages: *//p')
# picture NAME WORDS: the first page on which these words stand.
picture() {
  n=1
  while [ "$n" -le "$pages" ]; do
    if pdftotext -f "$n" -l "$n" "$tmp/SoLieu-2022.pdf" - | grep -q "$2"; then
      pdftoppm -f "$n" -l "$n" -r 80 -gray -png -singlefile "$tmp/SoLieu-2022.pdf" "docs/pictures/$1"
      return
    fi
    n=$((n + 1))
  done
  echo "no page says $2" >&2
  exit 1
}
mkdir -p docs/pictures
picture tong-hop 'TỔNG HỢP KẾT QUẢ'
picture can-xu-ly 'CÁC NỘI DUNG CẦN XỬ LÝ'
picture don-doc 'ĐÔN ĐỐC CÁC ĐƠN VỊ'

# Those of the guide: the page in Chromium, a form as it is printed, the report.
guide=$PWD/docs/huong-dan
mkdir -p "$guide"
BAOCAO_GUIDE_PICTURES="$guide" go test -count=1 ./internal/page -run '^TestPicturesOfTheGuide$' >/dev/null
pdftoppm -f 1 -l 1 -r 64 -gray -png -singlefile "$tmp/kien-an/2-bao-cao/BaoCao-2022.pdf" "$guide/bao-cao"
FONTCONFIG_FILE="$tmp/fonts.conf" soffice "-env:UserInstallation=file://$tmp/profile" --headless --convert-to pdf --outdir "$tmp" \
  "$tmp/kien-an/mau/phuong-bac-son.xlsx" >/dev/null 2>&1
pages=$(pdfinfo "$tmp/phuong-bac-son.pdf" | sed -n 's/^Pages: *//p')
n=1
until pdftotext -f "$n" -l "$n" "$tmp/phuong-bac-son.pdf" - | grep -q 'BIỂU SỐ LIỆU'; do
  [ "$n" -lt "$pages" ] || { echo "no page of the form has its table" >&2; exit 1; }
  n=$((n + 1))
done
pdftoppm -f "$n" -l "$n" -r 90 -x 20 -y 20 -W 1010 -H 500 -gray -png -singlefile "$tmp/phuong-bac-son.pdf" "$guide/bieu-mau"
