package diag

// Reports that replace others, B560 and on.
var journalProblems = []Entry{
	{
		Code: "B560", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"replaces ghi Báo cáo số {number}, ngày {date}: đó là chính báo cáo này hoặc báo cáo sau nó.",
			"replaces names report {number} of {date}: that is this report itself, or a later one.",
		},
		Fix: Text{
			"Ghi vào replaces số và ngày của báo cáo đã gửi mà báo cáo này thay thế; số, ngày của báo cáo này ghi ở number và date.",
			"Put into replaces number and date of the mailed report that this one takes the place of; its own stand in number and date.",
		},
		Explain: Text{
			"Báo cáo thay thế nói rõ trong trích yếu nó thay báo cáo nào, để nơi nhận biết bản nào còn giá trị. Ghi nhầm số hoặc ngày thì nơi\n" +
				"nhận không tìm được báo cáo ấy. Báo cáo đã gửi lúc nào, xem nhat-ky/so-nhat-ky.txt.",
			"A report that replaces another says so in its title, so that whoever gets it knows which one holds. With a wrong number or date nobody\n" +
				"finds that one. What was mailed when stands in nhat-ky/so-nhat-ky.txt.",
		},
		Example: Text{
			"number = \"12\" và replaces = { number = \"12\", date = 2022-12-20 }: phải ghi số của báo cáo trước, ví dụ 07.",
			"number = \"12\" and replaces = { number = \"12\", date = 2022-12-20 }: the number of the earlier report belongs there, 07 say.",
		},
	},
}

// What nhat-ky tells of earlier runs, and what is done with it.
var journalPhrases = []phrase{
	{
		"journal.head",
		"Sổ nhật ký: mỗi dòng một việc, chương trình ghi thêm vào cuối. Không sửa, không xóa.",
		"The log: a line for each thing that was done, only ever added to by the program. Not to be edited.",
	},
	// The left side of a line of the log.
	{"journal.line", "{at}  Lần {number}  {by}: {what}", "{at}  Report {number}  {by}: {what}"},
	{"journal.done", "{at}  {by}: {what}", "{at}  {by}: {what}"},
	{"journal.built", "lập báo cáo {period}, {full}. {verdicts}", "built the report of {period}, {full}. {verdicts}"},
	{
		"journal.found",
		"giữ lại báo cáo {period} có sẵn trong 2-bao-cao, {full}. {verdicts}",
		"kept the report of {period} that lay in 2-bao-cao, {full}. {verdicts}",
	},
	{"journal.complete", "đầy đủ", "complete"},
	{"journal.incomplete", "chưa đầy đủ", "incomplete"},
	{"journal.again", "lập lại, không có gì thay đổi", "built again, nothing changed"},
	{"journal.mailed", "soạn thư gửi báo cáo: {to}", "drafted the letter with the report: {to}"},
	{
		"journal.mailed-nobody",
		"soạn thư gửi báo cáo, chưa ghi người nhận",
		"drafted the letter with the report, to nobody yet",
	},
	{"journal.restored", "đặt lại báo cáo này vào 2-bao-cao", "put this report back into 2-bao-cao"},
	{"journal.frozen", "chốt số liệu", "froze the figures"},
	{"journal.reason", "{what} ({reason})", "{what} ({reason})"},
	{"journal.unfrozen", "bỏ chốt số liệu", "unfroze the figures"},

	{
		"journal.torn",
		"Dòng cuối ({line}) của {path} bị dở, do một lần chạy bị ngắt giữa chừng: bỏ qua dòng này, các dòng khác vẫn dùng được.",
		"The last line ({line}) of {path} is not whole: a run was killed while it wrote it. It is passed over; the others count.",
	},
	{
		"journal.damaged",
		"{path}: {count} dòng không đọc được (dòng {lines}) nên bỏ qua.",
		"{path}: lines that cannot be read and are passed over: {count} (line {lines}).",
	},
	{
		"journal.failed",
		"Báo cáo đã lập xong, nhưng chưa ghi được vào {path}: {error}. Lần này không có bản giữ lại để so sánh và khôi phục; xử lý " +
			"xong thì lập lại báo cáo.",
		"The report stands, but {path} could not be written: {error}. Nothing of this run is kept to be compared or put " +
			"back; build again when that is mended.",
	},
	{
		"fail.journal",
		"Không đọc được {path} ({error}) nên không biết số liệu đã chốt hay chưa, báo cáo nào đã gửi. Đóng tệp ấy nếu đang mở rồi làm lại.",
		"{path} cannot be read ({error}), so whether the figures are frozen and which report was mailed is not known. Close " +
			"the file if it is open, and try again.",
	},

	{
		"cmd.diff.short",
		"So với lần lập trước, hoặc với báo cáo đã gửi: chỉ tiêu nào đổi, số nào đổi, từ ô nào",
		"What changed since the previous run, or since the report that was mailed",
	},
	{
		"cmd.diff.long",
		"Nêu trước hết chỉ tiêu đổi đánh giá, rồi số liệu cũ và mới kèm tệp, sheet, ô, rồi đơn vị mới gửi hoặc mới nợ, lỗi mới và lỗi đã hết,\n" +
			"quyết định của cơ quan. Có tệp mới mà chưa lập báo cáo thì so luôn số liệu hiện nay. Mã thoát: 0 không đổi, 3 có thay đổi.",
		"Flipped verdicts first, then figures, old and new, with file, sheet and cell, then units that sent or owe, problems new and settled,\n" +
			"decisions. Where files came that no build has seen, what they make of it is compared. Exit status: 0 same, 3 different.",
	},
	{"flag.mailed", "so với báo cáo đã gửi lần gần nhất", "compare with the report last mailed"},
	{"flag.since", "so với báo cáo lần `SỐ` này (xem nhat-ky/so-nhat-ky.txt)", "compare with the report of this `NUMBER` (nhat-ky/so-nhat-ky.txt)"},
	{
		"fail.none-mailed",
		"Chưa soạn thư gửi báo cáo lần nào nên không có gì để so sánh. So với lần lập trước: baocao diff {dir}",
		"No letter with a report was drafted yet, so there is nothing to compare with. Since the run before: baocao diff {dir}",
	},
	{
		"fail.no-number",
		"Không có báo cáo lần {number} của kỳ này. Xem các lần đã giữ: baocao restore {dir}",
		"There is no report of number {number} of this period. See those that are kept: baocao restore {dir}",
	},
	{"diff.first", "Chưa có lần lập nào trước để so sánh.", "There is no earlier run to compare with."},
	{"diff.now", "số liệu hiện nay (chưa lập báo cáo)", "what there is now (not built yet)"},
	{"diff.run.built", "báo cáo lần {number} ({at})", "report {number} ({at})"},
	{"diff.run.again", "báo cáo lần {number} (lập lại {at})", "report {number} (built again {at})"},
	{"diff.run.found", "báo cáo lần {number} (có sẵn, giữ lại {at})", "report {number} (was there, kept {at})"},
	{"diff.run.mailed", "báo cáo lần {number} (soạn thư gửi {at})", "report {number} (letter drafted {at})"},
	{"diff.run.restored", "báo cáo lần {number} (đặt lại {at})", "report {number} (put back {at})"},
	{"diff.run.frozen", "báo cáo lần {number} (chốt {at})", "report {number} (frozen {at})"},
	{"diff.run.unfrozen", "báo cáo lần {number} (bỏ chốt {at})", "report {number} (unfrozen {at})"},
	{"diff.same", "Không có gì thay đổi: {before} và {after}.", "Nothing changed: {before} and {after}."},
	{
		"diff.other",
		"Báo cáo khác gần nhất là {other}; so với báo cáo ấy: baocao diff {dir} --since {number}",
		"The last one that was another is {other}; to compare with it: baocao diff {dir} --since {number}",
	},
	{"diff.title", "Từ {before} đến {after}:", "From {before} to {after}:"},
	{
		"diff.thin",
		"Báo cáo lần {number} không còn giữ nguyên bộ (chỉ giữ các lần gần đây và các lần đã gửi, đã chốt) nên chỉ so được số liệu và đánh giá.",
		"Report {number} is not kept whole any more (only recent ones are, and those mailed or frozen): figures and verdicts alone are compared.",
	},
	{"diff.verdicts", "Chỉ tiêu đổi đánh giá ({count}):", "Verdicts that changed ({count}):"},
	{"diff.verdict", "  ({about}) {name}: {before} → {after}", "  ({about}) {name}: {before} → {after}"},
	{"diff.figures", "Số liệu thay đổi ({count}):", "Figures that changed ({count}):"},
	{"diff.figure", "  ({measure}) {name}: {before} → {after}", "  ({measure}) {name}: {before} → {after}"},
	{"diff.answer", "      {unit}, {input}: {before} → {after}", "      {unit}, {input}: {before} → {after}"},
	{"diff.cell", "{value} [{place}]", "{value} [{place}]"},
	{"diff.value", "{value}", "{value}"},
	{"diff.number", "{number} {unit}", "{number} {unit}"},
	{"diff.plain", "{number}{unit}", "{number}{unit}"},
	{"diff.nothing", "chưa có", "none"},
	{"diff.estimate", "{figure} (ước)", "{figure} (estimate)"},
	{"diff.promises", "Chỉ tiêu thêm, bớt, đổi mục tiêu ({count}):", "Measures new, gone or with another target ({count}):"},
	{"diff.promise", "  ({measure}) {name}: mục tiêu {before} → {after}", "  ({measure}) {name}: target {before} → {after}"},
	{"diff.promise-new", "  ({measure}) {name}: thêm, mục tiêu {after}", "  ({measure}) {name}: new, target {after}"},
	{"diff.promise-gone", "  ({measure}) {name}: bỏ, mục tiêu {before}", "  ({measure}) {name}: gone, target {before}"},
	{"diff.units", "Đơn vị có thay đổi ({count}):", "Units with changes ({count}):"},
	{"diff.unit", "  {unit}: {parts}", "  {unit}: {parts}"},
	{"diff.unit.files", "{count} tệp mới ({list})", "new files: {count} ({list})"},
	{"diff.unit.gone", "{count} tệp không còn ({list})", "files that are gone: {count} ({list})"},
	{"diff.unit.received", "thêm {count} số liệu", "figures received: {count}"},
	{"diff.unit.owes", "nợ thêm {count} số liệu ({list})", "figures owed that were not: {count} ({list})"},
	{"diff.unit.left", "còn nợ {count}", "still owed: {count}"},
	{"diff.new", "Lỗi, cảnh báo mới ({count}):", "New problems ({count}):"},
	{"diff.settled", "Lỗi, cảnh báo đã hết ({count}):", "Problems settled ({count}):"},
	{"diff.problem", "  {place}: {code}: {text}", "  {place}: {code}: {text}"},
	{"diff.problem-nowhere", "  {code}: {text}", "  {code}: {text}"},
	{"diff.decisions", "Quyết định của cơ quan ({count}):", "Decisions of the office ({count}):"},
	{"diff.decision", "  {about}: {reason} ({by})", "  {about}: {reason} ({by})"},
	{"diff.decision-taken", "  bỏ quyết định về {about}: {reason} ({by})", "  taken back, {about}: {reason} ({by})"},
	{"diff.remarks", "Thuyết minh của đơn vị: thêm {added} đoạn, bớt {removed} đoạn.", "Words of the units: {added} more, {removed} fewer."},
	{
		"diff.words-only",
		"Số liệu, đánh giá không đổi; chỉ lời văn hoặc hình thức khác ở: {files}",
		"No figure or verdict changed; words or looks are others in: {files}",
	},
	{"diff.more", "... và {count} mục nữa (xem đủ bằng --json)", "... and {count} more (--json has all)"},
	{"diff.pending", "Tệp chưa vào báo cáo ({count}):", "Files that are not in the report yet ({count}):"},
	{"diff.build", "Đưa vào báo cáo bằng: baocao build {dir}", "To put them into the report: baocao build {dir}"},
	{"file.new", "mới", "new"},
	{"file.changed", "đã thay đổi", "changed"},
	{"file.gone", "không còn", "gone"},
	{"file.renamed", "đổi tên hoặc chỗ", "renamed or moved"},
	{"file.unreadable", "không đọc được", "cannot be read"},

	{
		"build.mailed",
		"Số liệu, đánh giá nay khác với {mailed}:",
		"Figures or verdicts are others now than in {mailed}:",
	},
	{
		"build.mailed-more",
		"  Từ ô nào, xem: baocao diff --mailed {dir}. Gửi báo cáo thay thế thì ghi replaces trong [report] của co-quan.toml.",
		"  From which cells: baocao diff --mailed {dir}. A report that replaces the mailed one says so by replaces in [report] of co-quan.toml.",
	},
	{
		"left.mailed",
		"số liệu khác với báo cáo ĐÃ GỬI (chỉ tiêu {which})",
		"figures other than in the report that was MAILED (number {which})",
	},

	{"flag.again", "soạn hoặc gửi lại dù đúng thư ấy đã soạn, đã gửi", "draft or send again what was drafted or sent before"},
	{
		"fail.mailed",
		"Báo cáo này đã soạn thư gửi lúc {at}, từ đó không thay đổi; thư giữ tại {path}. Vẫn cần soạn lại thì chạy: baocao mail --again {dir}",
		"A letter with this very report was drafted at {at} and is kept as {path}. To draft it again: baocao mail --again {dir}",
	},
	{"mail.signed", "{path} đã ký số: thư kèm bản đã ký.", "{path} was signed: the letter carries it as it was signed."},
	{"mail.kept", "Báo cáo và thư được giữ lại tại {path}.", "Report and letter are kept in {path}."},
	{
		"mail.may-replace",
		"Lưu ý: có thể đã gửi một báo cáo khác lúc {at} (lần {number}), chưa rõ đã tới nơi nhận chưa. Hỏi người nhận; nếu báo cáo này thay thế " +
			"báo cáo ấy thì ghi số, ngày vào replaces trong [report] của co-quan.toml, lập lại rồi soạn lại thư.",
		"Note: another report may have been mailed at {at} (number {number}), and nobody knows whether it arrived. Ask them; if this one " +
			"replaces it, put its number and date into replaces in [report] of co-quan.toml, build and draft again.",
	},
	{
		"mail.replaces",
		"Lưu ý: đã gửi một báo cáo khác lúc {at} (lần {number}). Nếu báo cáo này thay thế báo cáo ấy thì ghi số, ngày vào replaces trong " +
			"[report] của co-quan.toml, lập lại rồi soạn lại thư.",
		"Note: another report was mailed at {at} (number {number}). If this one replaces it, put its number and date into replaces in [report] of " +
			"co-quan.toml, build and draft again.",
	},

	{
		"cmd.verify.short",
		"Tệp này có phải do thư mục này lập ra không, từ tệp nào, các tệp ấy có còn nguyên không",
		"Whether this folder made a file, from what, and whether that is still the same",
	},
	{
		"cmd.verify.long",
		"Nhận ra tệp đúng nguyên bản, tệp đã ký số hoặc ghi chú thêm, tệp đã lưu lại bằng chương trình khác và tệp lạ. Không kiểm tra chữ ký số.\n" +
			"Mã thoát: 0 đúng nguyên bản và mọi tệp nguồn còn nguyên, 3 có khác.",
		"Tells a file as it was made from one that was signed or annotated, one saved anew by another program, and a foreign one. Signatures are not\n" +
			"checked. Exit status: 0 as it was made, and so is all it was made from; 3 different.",
	},
	{
		"verify.where",
		"{file} không nằm trong thư mục làm việc nào. Ghi thêm thư mục đã lập ra nó: baocao verify {file} THƯ-MỤC",
		"{file} lies in no working folder. Name the one that made it: baocao verify {file} DIR",
	},
	{"verify.made", "{file}: đúng nguyên bản {name} của {of}.", "{file}: {name} of {of}, as it was made."},
	{
		"verify.signed",
		"{file}: là {name} của {of}, sau đó đã ký số (thêm {bytes} byte). Phần chương trình lập còn nguyên; chữ ký và phần thêm không được kiểm tra.",
		"{file}: {name} of {of}, signed afterwards ({bytes} bytes more). What was made is whole in it; signature and additions are not checked.",
	},
	{
		"verify.added",
		"{file}: là {name} của {of}, sau đó có người ghi thêm {bytes} byte (ghi chú, hoặc sửa nội dung). Phần chương trình lập còn nguyên ở đầu tệp, " +
			"nhưng trang in có thể đã khác.",
		"{file}: {name} of {of}, to which {bytes} bytes were added afterwards (remarks, or another text). What was made is whole at its beginning, but " +
			"its pages may look otherwise.",
	},
	{
		"verify.resaved",
		"{file}: mang mã của {name} của {of}, nhưng đã sửa hoặc lưu lại bằng chương trình khác: nội dung không còn như khi lập.",
		"{file}: carries the name of {name} of {of}, but was edited or saved anew by another program: its content is not as it was made.",
	},
	{
		"verify.foreign",
		"{file}: không phải tệp do thư mục này lập ra, hoặc đã lưu lại thành tệp khác hẳn.",
		"{file}: not a file that this folder made, or one that was saved as something else altogether.",
	},
	{"verify.unlogged", "báo cáo đang ở 2-bao-cao (lập bằng phiên bản trước, sổ nhật ký chưa ghi)", "the report in 2-bao-cao (of an earlier version, not in the log)"},
	{"verify.sent", "Đã soạn thư gửi lúc {at}: {to}", "A letter with it was drafted at {at}: {to}"},
	{
		"verify.sent-nobody",
		"Đã soạn thư gửi lúc {at}, chưa ghi nơi nhận (to trong [mail] của co-quan.toml); người gửi tự điền.",
		"A letter with it was drafted at {at}, to nobody yet (to in [mail] of co-quan.toml): whoever sent it filled that in.",
	},
	{"verify.inputs", "Lập từ {count} tệp (16 chữ số đầu của SHA-256; đủ ở nhat-ky/so-nhat-ky.txt):", "Made from {count} files (the first 16 digits of their SHA-256; all of them in nhat-ky/so-nhat-ky.txt):"},
	{"verify.same", "Các tệp ấy đến nay còn nguyên.", "All of them are as they were."},
	{"verify.changed", "Khác với lúc lập ({count}):", "Otherwise than when it was made ({count}):"},
	{"verify.current", "Đây là báo cáo hiện có trong 2-bao-cao.", "This is the report in 2-bao-cao."},
	{"verify.none-in-place", "Trong 2-bao-cao không có báo cáo của kỳ này.", "There is no report of this period in 2-bao-cao."},
	{
		"verify.other-same",
		"Báo cáo hiện có trong 2-bao-cao là lần {number}; số liệu, đánh giá như trong tệp này.",
		"The report in 2-bao-cao is number {number}; figures and verdicts are those of this file.",
	},
	{
		"verify.other",
		"Báo cáo hiện có trong 2-bao-cao là lần {number}; khác với tệp này:",
		"The report in 2-bao-cao is number {number}; it says otherwise:",
	},

	{"cmd.restore.short", "Đặt lại một báo cáo đã giữ; không ghi SỐ thì liệt kê", "Put an earlier report back; without N list those that are kept"},
	{"usage.number", "«{value}» không phải số của báo cáo; xem các số: baocao restore {dir}", "“{value}” is no number of a report; see them with: baocao restore {dir}"},
	{
		"fail.thinned",
		"Báo cáo lần {number} không còn giữ nguyên bộ nên không đặt lại được. Xem các lần đặt lại được: baocao restore {dir}",
		"Report {number} is not kept whole any more and cannot be put back. See those that can: baocao restore {dir}",
	},
	{"restore.none", "Chưa giữ báo cáo nào.", "No report is kept yet."},
	{"restore.list", "Đặt lại bằng: baocao restore {dir} SỐ", "Put one back with: baocao restore {dir} N"},
	{
		"restore.report",
		"  {number}. {at}, {period}, {full}: vượt {exceeded}, đạt {met}, không đạt {missed}{marks}",
		"  {number}. {at}, {period}, {full}: exceeded {exceeded}, met {met}, missed {missed}{marks}",
	},
	{"restore.in-place", "đang ở 2-bao-cao", "in 2-bao-cao"},
	{"restore.mailed", "soạn thư gửi {at}", "letter drafted {at}"},
	{"restore.frozen", "đang chốt", "frozen"},
	{"restore.done", "Đã đặt lại {of} vào 2-bao-cao.", "Put back {of} into 2-bao-cao."},
	{
		"restore.replaced",
		"Báo cáo vừa được thay là lần {number}, vẫn giữ; lấy lại bằng: baocao restore {dir} {number}",
		"The one it replaced is number {number}, which is kept; get it back with: baocao restore {dir} {number}",
	},
	{
		"restore.build",
		"Lần build sau sẽ lập lại từ các tệp hiện có; muốn giữ báo cáo này thì chốt: baocao freeze {dir}",
		"The next build makes the report anew from what lies there; to keep this one: baocao freeze {dir}",
	},

	{"cmd.freeze.short", "Chốt số liệu: báo cáo giữ nguyên đến khi có người bỏ chốt", "Let the report stand as it is until somebody unfreezes it"},
	{
		"cmd.freeze.long",
		"Tệp đến sau khi chốt được liệt kê bên cạnh (build, check, diff cho biết chúng sẽ làm đổi gì), không làm đổi báo cáo. Ai chốt, lúc nào,\n" +
			"ai bỏ chốt đều ghi vào nhat-ky/so-nhat-ky.txt.",
		"What arrives afterwards is listed beside it (build, check and diff say what it would change) and changes nothing. Who froze it and when, and\n" +
			"who unfroze it, stands in nhat-ky/so-nhat-ky.txt.",
	},
	{"cmd.unfreeze.short", "Bỏ chốt số liệu", "Let the report change again"},
	{"flag.frozen-reason", "`LÝ-DO` ghi vào sổ nhật ký", "`REASON` kept in the log"},
	{
		"fail.not-one",
		"Các tệp trong {dir} không thuộc cùng một báo cáo (xem {file}: của lần lập khác, đã sửa hoặc đã ký). Đóng các tệp đang mở rồi chạy: baocao build {folder}",
		"The files in {dir} are not of one report (see {file}: of another build, changed or signed). Close what is open and run: baocao build {folder}",
	},
	{
		"fail.frozen",
		"Số liệu đã chốt lúc {at} ({by}, báo cáo lần {number}) nên giữ nguyên. Bỏ chốt trước: baocao unfreeze {dir}",
		"The figures were frozen at {at} ({by}, report {number}) and stand. Unfreeze them first: baocao unfreeze {dir}",
	},
	{"fail.not-frozen", "Số liệu của {dir} chưa chốt.", "The figures of {dir} are not frozen."},
	{
		"freeze.done",
		"Đã chốt số liệu: báo cáo lần {number}, {by}, {at}. Bỏ chốt bằng: baocao unfreeze {dir}",
		"The figures are frozen: report {number}, {by}, {at}. To unfreeze them: baocao unfreeze {dir}",
	},
	{
		"freeze.late",
		"Lưu ý: {count} tệp mới hoặc đã thay đổi KHÔNG có trong báo cáo vừa chốt:",
		"Note: files that are new or changed and are NOT in the report that was frozen: {count}",
	},
	{"unfreeze.done", "Đã bỏ chốt (chốt lúc {at}, {by}). Lập lại báo cáo: baocao build {dir}", "Unfrozen (it was frozen at {at}, {by}). To build anew: baocao build {dir}"},
	{
		"frozen.spoilt",
		"Báo cáo đã chốt không còn nguyên trong 2-bao-cao. Đặt lại: baocao restore {dir} {number}",
		"The frozen report is not whole in 2-bao-cao any more. Put it back: baocao restore {dir} {number}",
	},
	{"frozen.late", "Tệp đến hoặc thay đổi sau khi chốt ({count}):", "Files that came or changed since ({count}):"},
	{"frozen.would", "Nếu đưa vào báo cáo thì thay đổi:", "In the report they would change:"},
	{"frozen.would-not", "Các tệp ấy không làm đổi số liệu, đánh giá nào.", "They would change no figure and no verdict."},
	{
		"frozen.line",
		"Số liệu ĐÃ CHỐT lúc {at} ({by}, báo cáo lần {number}): báo cáo giữ nguyên, {count} tệp đến sau chưa đưa vào. Bỏ chốt: baocao unfreeze {dir}",
		"The figures are FROZEN since {at} ({by}, report {number}): the report stands, files not in it: {count}. To unfreeze: baocao unfreeze {dir}",
	},
}
