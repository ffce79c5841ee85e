package diag

// Lower committees' reports, gathered by a higher one, B8xx.
var rollupProblems = []Entry{
	{
		Code: "B800", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"«{name}» không phải mã đơn vị hay nhóm nào phải gửi báo cáo.",
			"“{name}” is no unit or group that sends reports.",
		},
		Fix: Text{
			"Viết mã (id) hoặc nhóm (group) có trong co-quan.toml{near}.",
			"Write an id or a group of co-quan.toml{near}.",
		},
		Explain: Text{
			"from và to trong tong-hop.toml gọi các cấp ủy bằng id hoặc group của [[unit]] trong " +
				"co-quan.toml; to của một thay đổi địa giới chỉ nhận id.",
			"from and to in tong-hop.toml name committees by the id or group of [[unit]] in co-quan.toml; " +
				"to of a change of territory takes ids alone.",
		},
		Example: Text{
			"from = [\"xa\"] khi các xã có group = \"xa\".",
			"from = [\"xa\"], where the communes have group = \"xa\".",
		},
	},
	{
		Code: "B801", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"«{name}» được khai hai lần trong tong-hop.toml.",
			"“{name}” is told of twice in tong-hop.toml.",
		},
		Fix: Text{
			"Bỏ bớt một chỗ.",
			"Take one of them out.",
		},
		Explain: Text{
			"Một chỉ tiêu ứng với một chỉ tiêu cấp dưới; một đơn vị chỉ đổi địa giới một lần trong kỳ: " +
				"hai lần thì khai gộp thành một.",
			"A measure is one measure of the lower reports; a unit changes its territory once in a " +
				"period: write two changes as one.",
		},
		Example: Text{
			"hai [[measure]] cùng id = \"4.1\".",
			"two [[measure]] with id = \"4.1\".",
		},
	},
	{
		Code: "B802", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Thay đổi này không phải sáp nhập (nhiều thành một) cũng không phải chia tách (một thành " +
				"nhiều).",
			"This change is neither a merger (several to one) nor a division (one to several).",
		},
		Fix: Text{
			"Sáp nhập: from nhiều tên, to một mã. Chia tách: from một tên, to nhiều mã. Chỉ đổi tên thì " +
				"ghi tên cũ vào aliases của đơn vị.",
			"A merger has several names in from and one id in to, a division the other way round. A new " +
				"name alone goes into the unit's aliases.",
		},
		Explain: Text{
			"Từ số liệu của hai xã cũ chia lại thành hai xã mới thì không tính được xã nào bao nhiêu.",
			"Of two communes that were cut anew into two others, nobody can tell which has how much.",
		},
		Example: Text{
			"from = [\"Xã A\", \"Xã B\"], to = [\"xa-ab\"].",
			"from = [\"Xã A\", \"Xã B\"], to = [\"xa-ab\"].",
		},
	},
	{
		Code: "B804", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"tong-hop.toml nói về chỉ tiêu «{name}» nhưng nghị quyết không có mã này.",
			"tong-hop.toml is about measure “{name}”, which the resolution does not hold.",
		},
		Fix: Text{
			"Sửa thành mã có trong nghi-quyet.toml{near}.",
			"Write an id of nghi-quyet.toml{near}.",
		},
		Explain: Text{
			"id của [[measure]] là mã chỉ tiêu của cấp trên; lower là mã trong báo cáo cấp dưới.",
			"id of [[measure]] is the higher committee's measure, lower its id in lower reports.",
		},
		Example: Text{
			"id = \"4.1\".",
			"id = \"4.1\".",
		},
	},
	{
		Code: "B805", Severity: Error, Audience: Sender,
		What: Text{
			"Báo cáo này lập bằng phiên bản baocao mới hơn (dạng {found}; bản đang chạy chỉ đọc được " +
				"{known}); chưa lấy số nào.",
			"This report was made by a newer baocao (form {found}; this one reads {known}); nothing of it " +
				"counts.",
		},
		Fix: Text{
			"Cài phiên bản baocao mới rồi lập lại báo cáo.",
			"Install the newer baocao and build again.",
		},
		Explain: Text{
			"Dạng dữ liệu mới có thể mang nghĩa khác, nên chương trình không đọc phần quen thuộc mà bỏ " +
				"phần còn lại.",
			"A newer form may mean something else, so its known parts are not read without the rest.",
		},
		Example: Text{
			"xã Bắc Hà đã cập nhật trước thành phố: ket-qua.json ghi baocao/2.",
			"a commune updated before the city: its ket-qua.json says baocao/2.",
		},
	},
	{
		Code: "B806", Severity: Error, Audience: Sender,
		What: Text{
			"Không đọc được dữ liệu của báo cáo: {why}.",
			"The report's data cannot be read: {why}.",
		},
		Fix: Text{
			"Xin cấp ủy gửi lại đúng tệp baocao đã lập (trong 2-bao-cao), không mở ra lưu lại.",
			"Ask the committee for the file that baocao made (in 2-bao-cao), not saved anew by another " +
				"program.",
		},
		Explain: Text{
			"Báo cáo của cấp dưới được đọc trọn hoặc không đọc: thiếu một phần thì mọi tổng đều sai.",
			"A lower report is read whole or not at all: with a part of it missing, every total would be " +
				"wrong.",
		},
		Example: Text{
			"ket-qua.json bị cắt khi chép qua USB.",
			"ket-qua.json was cut while it was copied.",
		},
	},
	{
		Code: "B807", Severity: Error, Audience: Sender,
		What: Text{
			"Tệp này không mang dữ liệu; số trong chữ in không được đọc.",
			"This file carries no data; nothing is read out of its print.",
		},
		Fix: Text{
			"Xin cấp ủy đặt attach = \"full\" ở [report] rồi lập lại, hoặc gửi kèm ket-qua.json hay PhuLuc; đã có " +
				"tệp ấy thì xếp cả hai vào thư mục của cấp ủy trong 1-nop-vao-day.",
			"Ask the committee to set attach = \"full\" under [report] and build again, or to send ket-qua.json " +
				"or PhuLuc too; where that is there, put both into the committee's folder in 1-nop-vao-day.",
		},
		Explain: Text{
			"Bản scan, bản in từ Word và PDF lập không kèm dữ liệu chỉ để người đọc.",
			"Scans, prints of Word and PDFs without data are for people alone.",
		},
		Example: Text{
			"xã gửi bản scan có dấu đỏ. Giữ bản ấy để lưu, xin thêm ket-qua.json.",
			"a commune sent a stamped scan. Keep it for the files and ask for ket-qua.json.",
		},
	},
	{
		Code: "B808", Severity: Error, Audience: Sender,
		What: Text{
			"Không đọc được PDF này: {why}.",
			"This PDF cannot be read: {why}.",
		},
		Fix: Text{
			"Xin cấp ủy gửi lại bản baocao đã lập.",
			"Ask the committee for the file that baocao made.",
		},
		Explain: Text{
			"PDF phải đọc được trọn vẹn thì dữ liệu bên trong mới đáng tin.",
			"What a PDF carries can be trusted only where all of it can be read.",
		},
		Example: Text{
			"tệp tải về dở dang.",
			"a download that was cut off.",
		},
	},
	{
		Code: "B809", Severity: Error, Audience: Sender,
		What: Text{
			"Không đối chiếu được số in với dữ liệu trong PDF: {why}; chưa lấy số nào.",
			"What this PDF prints cannot be held against its data: {why}; nothing of it counts.",
		},
		Fix: Text{
			"Xin cấp ủy gửi lại bản gốc do baocao lập (ký số thì được), hoặc ket-qua.json; đã có ket-qua.json thì " +
				"hỏi lại cho chắc số trong đó rồi hãy bỏ PDF này khỏi 1-nop-vao-day.",
			"Ask the committee for the original that baocao made (it may be signed), or for ket-qua.json; where " +
				"that is there, ask whether its figures are right before you take this PDF out of 1-nop-vao-day.",
		},
		Explain: Text{
			"Trang in và dữ liệu phải là một. Ai dán chữ, thay trang, hoặc lưu lại bằng chương trình khác " +
				"thì không còn biết bản in nói gì.\nKý số được thêm vào sau bản gốc, không đổi trang nào, nên " +
				"vẫn dùng được.",
			"Pages and data have to be one. Where text was put on the pages, or another program saved the " +
				"file, nobody knows what it prints.\nA signature is added behind the original and changes no " +
				"page: it may be there.",
		},
		Example: Text{
			"văn thư mở bằng Foxit, sửa một số rồi lưu.",
			"a clerk opened it in an editor, changed a figure and saved.",
		},
	},
	{
		Code: "B810", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: {what} là {printed} trong {in}, nhưng {data} trong dữ liệu đính kèm.",
			"Measure {measure} “{name}”: {what} is {printed} in {in}, and {data} in the data that it carries.",
		},
		Fix: Text{
			"Xin cấp ủy lập lại báo cáo và gửi cả bộ; không dùng báo cáo này.",
			"Ask the committee to build the report again and send all of it; this one is not used.",
		},
		Explain: Text{
			"Số người ta đọc và số máy đọc phải như nhau. Không biết số nào đúng nên không lấy số nào " +
				"trong tệp.",
			"What people read and what programs read has to be the same. Nobody knows which is right, so " +
				"nothing of the file is taken.",
		},
		Example: Text{
			"bản in sửa 82,76 thành 92,76, dữ liệu vẫn là 82,76.",
			"the print was changed from 82,76 to 92,76, the data still say 82,76.",
		},
	},
	{
		Code: "B811", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}» ghi {figure}, nhưng tính từ các số kèm theo ra {computed}.",
			"Measure {measure} “{name}” says {figure}; computed of the totals with it, it is {computed}.",
		},
		Fix: Text{
			"Xin cấp ủy lập lại báo cáo; số này chưa dùng.",
			"Ask the committee to build the report again; the figure is not used.",
		},
		Explain: Text{
			"Tử số, mẫu số mà báo cáo mang theo phải cho ra đúng kết quả đã in. Khác nhau nghĩa là tệp đã " +
				"bị sửa.",
			"The totals that a report carries have to give the figure it prints. Where they do not, " +
				"somebody has changed the file.",
		},
		Example: Text{
			"ket-qua.json bị sửa tay: actual là 90 mà tử số 48, mẫu số 58.",
			"ket-qua.json was edited: actual says 90, the totals are 48 and 58.",
		},
	},
	{
		Code: "B812", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: tổng «{label}» ghi {total}, cộng các nguồn ra {sum}.",
			"Measure {measure} “{name}”: the total of “{label}” says {total}, what is behind it comes to " +
				"{sum}.",
		},
		Fix: Text{
			"Xin cấp ủy lập lại báo cáo; số này chưa dùng.",
			"Ask the committee to build the report again; the figure is not used.",
		},
		Explain: Text{
			"ket-qua.json ghi từng số của từng đơn vị; cộng lại phải đúng bằng tổng.",
			"ket-qua.json has each unit's figure; they have to add up to the total.",
		},
		Example: Text{
			"tổng bị sửa từ 480 thành 840, hai nguồn vẫn là 200 và 280.",
			"the total was changed from 480 to 840, its two sources still say 200 and 280.",
		},
	},
	{
		Code: "B813", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} là «{now}», nhưng chỉ tiêu {id} trong báo cáo là «{was}»; không cộng.",
			"Measure {measure} is “{now}”, but {id} of the report is “{was}”; it is not added.",
		},
		Fix: Text{
			"Nếu là một thì khai [[measure]] id = \"{measure}\", lower = \"{id}\" trong tong-hop.toml; nếu " +
				"cấp dưới mang số khác thì ghi số ấy.",
			"Where it is the same, write [[measure]] id = \"{measure}\", lower = \"{id}\" in tong-hop.toml; " +
				"where it has another number there, write that.",
		},
		Explain: Text{
			"Cùng số thứ tự chưa phải cùng chỉ tiêu: tên (trừ năm) và đơn vị tính phải như nhau, trừ khi " +
				"tong-hop.toml nói là một.",
			"The same number is not yet the same measure: name (but for years) and unit have to be the " +
				"same, unless tong-hop.toml says so.",
		},
		Example: Text{
			"chỉ tiêu 7 của thành phố là hộ nghèo, của xã là hộ cận nghèo.",
			"measure 7 is of poor households in the city and of nearly poor ones in the commune.",
		},
	},
	{
		Code: "B814", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: báo cáo chỉ cho kết quả {figure}, không mang số để cộng; chỉ " +
				"xếp hạng được.",
			"Measure {measure} “{name}”: the report gives {figure} and no total to add; it can only be " +
				"ranked.",
		},
		Fix: Text{
			"Xin cấp ủy gửi ket-qua.json (có tử số, mẫu số); nếu đã gửi thì cấp ủy phải để đơn vị báo tử số, mẫu số (method " +
				"= \"ratio\"...) thay cho tỷ lệ, rồi lập lại.",
			"Ask the committee for ket-qua.json, which has the totals; where that was sent, the committee has to ask its units " +
				"for them (method = \"ratio\"...) in place of the quotient, and to build again.",
		},
		Explain: Text{
			"Tỷ lệ phần trăm không cộng, không lấy trung bình: 50% của 10 và 90% của 1.000 không phải " +
				"70%.",
			"Percentages are neither added nor averaged: 50% of 10 and 90% of 1.000 are not 70%.",
		},
		Example: Text{
			"xã gửi SoLieu, trong đó có tỷ lệ 82,76% mà không có bao nhiêu trên bao nhiêu.",
			"a commune sent SoLieu, which has 82,76% and not of how many.",
		},
	},
	{
		Code: "B815", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: cấp ủy này chưa có đủ số liệu của mình; chưa cộng.",
			"Measure {measure} “{name}”: the committee has not got all of its own figures yet; it is not " +
				"added.",
		},
		Fix: Text{
			"Đôn đốc cấp ủy hoàn thành rồi gửi lại.",
			"Ask the committee to complete it and send again.",
		},
		Explain: Text{
			"Báo cáo còn đơn vị chưa gửi thì tổng của nó mới là một phần. Cộng vào sẽ ra số thấp mà không " +
				"ai biết.",
			"Where units of a committee still owe, its total is a part. Added up, it would be too low and " +
				"nobody would know.",
		},
		Example: Text{
			"xã mới có 08/10 thôn báo cáo.",
			"8 of the commune's 10 villages have reported.",
		},
	},
	{
		Code: "B816", Severity: Error, Audience: Sender,
		What: Text{
			"«{label}» hỏi theo đơn vị tính «{want}», báo cáo: {unit}; không đổi được.",
			"“{label}” is asked in “{want}”; in the report: {unit}. It cannot be converted.",
		},
		Fix: Text{
			"Hỏi cấp ủy số này tính bằng đơn vị nào; lập lại bằng phiên bản hiện nay thì báo cáo ghi rõ.",
			"Ask the committee in which unit the figure is; built anew with the present version, the " +
				"report says it.",
		},
		Explain: Text{
			"Số tiền và số có nghìn, triệu phải biết đơn vị tính mới cộng. Báo cáo của phiên bản cũ không " +
				"ghi đơn vị tính của tử số, mẫu số.",
			"Money and what comes in thousands is added only in a known unit. Reports of earlier versions " +
				"do not say that of their totals.",
		},
		Example: Text{
			"thành phố hỏi tỷ đồng, báo cáo cũ của xã không ghi.",
			"the city asks in billions of đồng, the commune's older report does not say.",
		},
	},
	{
		Code: "B817", Severity: Warning, Audience: Sender,
		What: Text{
			"Báo cáo lập bằng phiên bản cũ, không ghi: {lacks}.",
			"The report was made by an earlier version, which does not say: {lacks}.",
		},
		Fix: Text{
			"Nếu chưa chắc thì xin cấp ủy lập lại bằng phiên bản hiện nay.",
			"Where in doubt, ask the committee to build it with the present version.",
		},
		Explain: Text{
			"Phần đọc được vẫn dùng; phần không ghi thì không suy ra. Số đếm (hộ, người) coi như đúng đơn " +
				"vị nghị quyết hỏi.",
			"What can be read is used; what is not said is not inferred. Counts (households, people) are " +
				"taken as asked.",
		},
		Example: Text{
			"ket-qua.json của năm ngoái chưa ghi cơ quan ban hành: nhận theo tên thư mục.",
			"last year's ket-qua.json does not say who issued it: the folder's name tells.",
		},
	},
	{
		Code: "B818", Severity: Warning, Audience: Sender,
		What: Text{
			"Báo cáo này là dự thảo.",
			"This report is a draft.",
		},
		Fix: Text{
			"Khi có bản chính thức thì xin gửi lại.",
			"Ask for the final one when it is there.",
		},
		Explain: Text{
			"Số liệu dự thảo vẫn được cộng, vì có thể chính nó là bản cuối; người ký phải biết điều đó.",
			"A draft's figures are added all the same; who signs has to know.",
		},
		Example: Text{
			"xã gửi bản đang trình ký.",
			"a commune sent what lies before its secretary.",
		},
	},
	{
		Code: "B819", Severity: Error, Audience: Sender,
		What: Text{
			"Số liệu của báo cáo này là số minh họa; không lấy số nào.",
			"The figures of this report are invented; none of them counts.",
		},
		Fix: Text{
			"Xin cấp ủy gửi báo cáo thật (bỏ illustrative trong co-quan.toml).",
			"Ask the committee for its real report (without illustrative in co-quan.toml).",
		},
		Explain: Text{
			"illustrative = true là để thử chương trình, in trên mọi trang.",
			"illustrative = true is for trying the program and is printed on every page.",
		},
		Example: Text{
			"xã gửi nhầm thư mục mẫu.",
			"a commune sent its example.",
		},
	},
	{
		Code: "B820", Severity: Warning, Audience: Sender,
		What: Text{
			"Báo cáo này chưa đầy đủ: chính nó còn việc chưa xong.",
			"This report is incomplete: it says so itself.",
		},
		Fix: Text{
			"Xem cột «Cần xử lý» trong SoLieu của cấp ủy; khi xong thì xin gửi lại.",
			"See what is open in the committee's SoLieu; ask for it again when that is done.",
		},
		Explain: Text{
			"Những chỉ tiêu đã đủ số vẫn được cộng; chỉ tiêu chưa đủ được nêu riêng.",
			"What is whole in it is added; what is not is told by itself.",
		},
		Example: Text{
			"xã còn một đơn vị chưa gửi.",
			"one of the commune's units has not sent.",
		},
	},
	{
		Code: "B821", Severity: Warning, Audience: Sender,
		What: Text{
			"{file} không phải {name} lập cùng báo cáo này: {how}.",
			"{file} is not the {name} that was made with this report: {how}.",
		},
		Fix: Text{
			"{cure}",
			"{cure}",
		},
		Explain: Text{
			"ket-qua.json ghi mã băm của các tệp lập cùng lúc. Khác mã là tệp của lần lập khác, hoặc đã " +
				"bị sửa. PDF ký số không bị coi là khác.",
			"ket-qua.json has the hashes of the files made with it. Another content is of another build, " +
				"or was changed. A signature does not count as that.",
		},
		Example: Text{
			"lập lại báo cáo sau khi đã in, rồi gửi PDF cũ với ket-qua.json mới.",
			"the report was built again after it was printed; the older PDF was sent with the newer " +
				"ket-qua.json.",
		},
	},
	{
		Code: "B822", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"{name} đã chia thành {units} từ {date}: số cũ không chia được, không so sánh được; tệp này " +
				"không tính.",
			"{name} was divided into {units} on {date}: its figures cannot be divided and compare with " +
				"nothing; the file does not count.",
		},
		Fix: Text{
			"Xin các đơn vị mới gửi báo cáo riêng.",
			"Ask the new units for reports of their own.",
		},
		Explain: Text{
			"Không ai biết phần nào của số cũ thuộc đơn vị mới nào; chia theo dân số hay diện tích là " +
				"đoán.",
			"Nobody knows which part of the old figure belongs to which new unit; to divide it by people " +
				"or area is to guess.",
		},
		Example: Text{
			"xã Đông Sơn chia thành hai xã.",
			"a commune became two.",
		},
	},
	{
		Code: "B823", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"{unit} thành lập từ {date}, chưa gửi báo cáo riêng; trong các đơn vị cũ còn thiếu: " +
				"{lacking}. Chưa cộng.",
			"{unit} was formed on {date} and has sent no report of its own; of those it was formed of, " +
				"still missing: {lacking}. Nothing is added.",
		},
		Fix: Text{
			"Xin báo cáo của {lacking}, hoặc báo cáo riêng của {unit}.",
			"Ask for the report of {lacking}, or for one of {unit} itself.",
		},
		Explain: Text{
			"Cộng thiếu một đơn vị cũ thì số của đơn vị mới thấp đi mà không ai biết.",
			"With one of the old units missing, the new one's figure would be too low and nobody would " +
				"know.",
		},
		Example: Text{
			"xã mới từ ba xã, mới có hai báo cáo.",
			"a commune of three has two of their reports.",
		},
	},
	{
		Code: "B824", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"{name} đã sáp nhập vào {unit} từ {date}, mà {unit} đã gửi báo cáo của mình; báo cáo của " +
				"{name} không cộng thêm.",
			"{name} became a part of {unit} on {date}, which has sent its own report; that of {name} is " +
				"not added.",
		},
		Fix: Text{
			"Xác nhận báo cáo của {unit} gồm cả phần của {name}; nếu không, ghi mã của {unit} vào from " +
				"trong tong-hop.toml.",
			"Make sure that the report of {unit} includes {name}; if not, add the id of {unit} to from in " +
				"tong-hop.toml.",
		},
		Explain: Text{
			"Cộng cả hai thì phần của đơn vị cũ tính hai lần.",
			"Both together would count the old unit twice.",
		},
		Example: Text{
			"xã cũ gửi đầu năm, xã mới gửi cuối năm.",
			"the old commune sent in spring, the new one at the year's end.",
		},
	},
	{
		Code: "B825", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Số của {unit} (thành lập từ {date}) là tổng các báo cáo của {names}.",
			"The figures of {unit} (formed on {date}) are the sums of the reports of {names}.",
		},
		Fix: Text{
			"Nếu {unit} có báo cáo riêng thì thả vào, báo cáo ấy sẽ được dùng.",
			"Where {unit} has a report of its own, drop it: it will count.",
		},
		Explain: Text{
			"Tử số và mẫu số được cộng trước rồi mới chia; truy nguồn vẫn đến từng đơn vị cũ.",
			"Totals are added before anything is divided; the trace leads to each of the old units.",
		},
		Example: Text{
			"hai xã sáp nhập tháng 7, cuối năm vẫn nộp hai báo cáo.",
			"two communes merged in July and still sent two reports.",
		},
	},
	{
		Code: "B826", Severity: Error, Audience: Sender,
		What: Text{
			"«{label}» phải là số nguyên, báo cáo ghi {value}.",
			"“{label}” has to be a whole number; the report says {value}.",
		},
		Fix: Text{
			"Hỏi cấp ủy số đúng.",
			"Ask the committee for the right figure.",
		},
		Explain: Text{
			"Số đếm không có phần lẻ; có thể báo cáo tính theo nghìn.",
			"Counts have no decimals; it may be in thousands.",
		},
		Example: Text{
			"số hộ ghi 12,5.",
			"12,5 households.",
		},
	},
	{
		Code: "B827", Severity: Error, Audience: Sender,
		What: Text{
			"«{label}» ({value}) là số ước, báo cáo tổng hợp lấy số chính thức.",
			"“{label}” ({value}) is an estimate; this report is of results.",
		},
		Fix: Text{
			"Chờ số chính thức, hoặc cho dùng số ước: [[estimate]] unit = \"{unit}\" trong " +
				"quyet-dinh-so-lieu.toml.",
			"Wait for the result, or take estimates: [[estimate]] unit = \"{unit}\" in " +
				"quyet-dinh-so-lieu.toml.",
		},
		Explain: Text{
			"Số ước cộng với số thực hiện ra một số không biết gọi là gì.",
			"Estimates added to results make a figure that has no name.",
		},
		Example: Text{
			"xã lập báo cáo tháng 12 với estimate = true.",
			"a commune built its December report with estimate = true.",
		},
	},
	{
		Code: "B828", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Hai báo cáo của {name} khác nhau ({other}); chưa cộng.",
			"Two reports of {name} differ ({other}); nothing is added.",
		},
		Fix: Text{
			"Bỏ báo cáo không dùng ra khỏi 1-nop-vao-day.",
			"Take the one that does not count out of 1-nop-vao-day.",
		},
		Explain: Text{
			"Đơn vị cũ chỉ có một số đúng.",
			"There is one right figure of a unit that was.",
		},
		Example: Text{
			"xã cũ gửi hai lần, số khác nhau.",
			"the old commune sent twice, with other figures.",
		},
	},
	{
		Code: "B829", Severity: Error, Audience: Answerer, Counted: AsOwed,
		What: Text{
			"{unit} chưa gửi báo cáo; còn nợ {count} số liệu: {asks}.",
			"{unit} has not sent its report; it owes {count} figures: {asks}.",
		},
		Fix: Text{
			"Xin cấp ủy gửi ket-qua.json, hoặc PDF lập với attach = \"full\", và thả vào 1-nop-vao-day.",
			"Ask the committee for its ket-qua.json, or a PDF built with attach = \"full\", and drop it " +
				"into 1-nop-vao-day.",
		},
		Explain: Text{
			"Không có tệp nào trong 1-nop-vao-day được nhận ra là báo cáo của cấp ủy này. Các chỉ tiêu " +
				"cần số của nó ghi «Chưa có số liệu».",
			"No file in 1-nop-vao-day was recognised as this committee's report. Measures that need it " +
				"read “no data”.",
		},
		Example: Text{
			"11 trong 12 xã đã gửi.",
			"11 of 12 communes have sent.",
		},
	},
	{
		Code: "B830", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: báo cáo cộng từ {was}, nghị quyết hỏi {now}; không cộng.",
			"Measure {measure} “{name}”: the report adds {was}, the resolution asks for {now}; it is not added.",
		},
		Fix: Text{
			"Viết lines của chỉ tiêu trong nghi-quyet.toml như báo cáo cấp dưới; chỉ cần tổng thì bỏ lines.",
			"Write lines of the measure in nghi-quyet.toml as the lower reports have them; where the total is all " +
				"that is needed, take lines out.",
		},
		Explain: Text{
			"Các khoản được nhận theo tên, không theo thứ tự. Lấy một số khoản mà bỏ khoản khác thì tổng thấp " +
				"đi mà không ai biết.",
			"Amounts are known by their names, not by their order. With some taken and others left, the total would " +
				"be too low and nobody would know.",
		},
		Example: Text{
			"xã chia vốn đầu tư thành ba nguồn, thành phố hỏi hai.",
			"the commune's investment has three sources, the city asks for two.",
		},
	},
	{
		Code: "B831", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: tệp chỉ mang tổng {total}, nghị quyết hỏi {count} khoản ({lines}); chưa cộng.",
			"Measure {measure} “{name}”: the file carries the total {total} alone, the resolution asks for {count} " +
				"amounts ({lines}); it is not added.",
		},
		Fix: Text{
			"Xin ket-qua.json, hoặc PDF lập với attach = \"full\" bằng phiên bản hiện nay; chỉ cần tổng thì bỏ lines " +
				"của chỉ tiêu trong nghi-quyet.toml.",
			"Ask for ket-qua.json, or for a PDF built with attach = \"full\" by the present version; where the total " +
				"is all that is needed, take lines of the measure out of nghi-quyet.toml.",
		},
		Explain: Text{
			"PhuLuc, SoLieu và PDF của phiên bản cũ chỉ ghi tổng của chỉ tiêu có lines; không ai chia tổng ấy " +
				"ra từng khoản được.",
			"PhuLuc, SoLieu and PDFs of earlier versions have the total alone of a measure with lines; nobody can " +
				"divide it into its amounts.",
		},
		Example: Text{
			"xã gửi PhuLuc: tổng vốn đầu tư 31,5 tỷ đồng, không ghi từng nguồn.",
			"a commune sent PhuLuc: an investment of 31,5 billion đồng, without its sources.",
		},
	},
	{
		Code: "B832", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}» đánh giá bằng lời, hoặc là ngày, thứ hạng mà tệp không mang dữ liệu; không " +
				"lấy từ báo cáo này.",
			"Measure {measure} “{name}” is judged in words, or is a day or place of which the file carries no data; it " +
				"is not taken from this report.",
		},
		Fix: Text{
			"Ngày, thứ hạng: xin ket-qua.json hoặc PDF lập với attach = \"full\". Đánh giá bằng lời: giao cho đơn vị của " +
				"chính cơ quan báo cáo (from trong nghi-quyet.toml).",
			"Of a day or place, ask for ket-qua.json or a PDF built with attach = \"full\". What is judged in words a " +
				"unit of the office itself reports (from in nghi-quyet.toml).",
		},
		Explain: Text{
			"Ngày, thứ hạng của một cấp ủy được lấy nguyên khi chỉ tiêu giao cho riêng cấp ủy ấy; nhiều ngày, nhiều thứ " +
				"hạng không cộng được. Lời đánh giá là của người đánh giá.",
			"A day or place is taken as it is where the measure is one committee's; several cannot be added. A judgement " +
				"in words is that of who judges.",
		},
		Example: Text{
			"xã gửi PhuLuc; «Công bố quy hoạch trước 30/6» ở đó chỉ là chữ.",
			"a commune sent PhuLuc, where “announced by 30 June” is a text.",
		},
	},
	{
		Code: "B833", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Cấp dưới có nêu hạn chế, nguyên nhân, kiến nghị, nhiệm vụ; báo cáo này không tự lấy câu nào.",
			"Lower committees write of limitations, causes, wishes or tasks; this report takes none of them by itself.",
		},
		Fix: Text{
			"Xem sheet «Lời cấp dưới» của {file}; điều nào nêu trong báo cáo thì tự viết vào.",
			"See the sheet “Lời cấp dưới” of {file}; write yourself what the report is to say.",
		},
		Explain: Text{
			"Lời của cấp dưới là lời của cấp dưới: lấy vào là cấp trên nhận làm lời của mình. Sheet ấy xếp các câu theo " +
				"loại, theo cấp ủy, ghi rõ ở báo cáo nào, trang nào.\nbaocao words mở từng đoạn của báo cáo ra để viết.",
			"Their words are theirs: taken over, they would be the higher committee's. The sheet has them by kind and " +
				"committee, with report and page.\nbaocao words opens each paragraph of the report to be written.",
		},
		Example: Text{
			"năm xã cùng kiến nghị bố trí vốn đường liên xã; thành phố quyết định có nêu hay không.",
			"five communes wish for the same road; the city decides whether to say so.",
		},
	},
	{
		Code: "B834", Severity: Warning, Audience: Sender,
		What: Text{
			"{file} gửi kèm không mang dữ liệu: {why}; số lấy từ báo cáo này.",
			"{file}, sent along, carries no data: {why}; the figures that count are this report's.",
		},
		Fix: Text{
			"{cure}",
			"{cure}",
		},
		Explain: Text{
			"PDF, Word do baocao lập thì từng dòng phụ lục được đối chiếu với dữ liệu gửi kèm; khớp số và cùng một lần lập thì " +
				"không nhắc. Bản scan, bản in từ chương trình khác, bản bị dán thêm chữ hoặc không in phụ lục thì không biết có " +
				"cùng số hay không.",
			"Each row of the annex of a PDF or a Word file that baocao made is held against the data beside it; where " +
				"they agree and are of one build nothing is said. Of scans, of prints of other programs, of pages that were " +
				"written on or have no annex nobody knows whether the figures are the same.",
		},
		Example: Text{
			"xã gửi ket-qua.json kèm bản scan có dấu.",
			"a commune sent ket-qua.json and a stamped scan.",
		},
	},
	{
		Code: "B835", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: báo cáo cho tỷ trọng {figure}%, không cho giá trị; không cộng được.",
			"Measure {measure} “{name}”: the report gives a share of {figure}% and no amount; it cannot be added.",
		},
		Fix: Text{
			"Xin cấp ủy cho đơn vị báo giá trị của từng phần (triệu đồng...) thay cho tỷ trọng, lập lại rồi gửi.",
			"Ask the committee to have its unit report the amount of each part (in million đồng...) in place of the " +
				"share, and to build and send again.",
		},
		Explain: Text{
			"Tỷ trọng của cấp trên là tổng giá trị từng phần chia tổng giá trị: xã lớn, xã nhỏ không góp như nhau. Các " +
				"phần cộng đúng 100 thì được hiểu là tỷ trọng.",
			"The higher committee's share is the sum of a part's amounts over that of all parts: a large commune weighs " +
				"more than a small one. Parts that come to 100 are taken for shares.",
		},
		Example: Text{
			"xã báo công nghiệp 45,62%, dịch vụ 53,97%, nông nghiệp 0,41%.",
			"a commune reports 45,62% of industry, 53,97% of services, 0,41% of farming.",
		},
	},
	{
		Code: "B960", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: báo cáo tính từ «{was}», nghị quyết hỏi «{now}»; không cộng.",
			"Measure {measure} “{name}”: the report counts “{was}”, the resolution asks for “{now}”; it is not added.",
		},
		Fix: Text{
			"Nếu là một nội dung thì ghi vào tong-hop.toml: [[measure]] id = \"{measure}\", same = [\"{was}\"]. Nếu không, " +
				"xin cấp ủy số của nội dung được hỏi.",
			"Where it is the same, write in tong-hop.toml: [[measure]] id = \"{measure}\", same = [\"{was}\"]. Where it is " +
				"not, ask the committee for the figure that is asked for.",
		},
		Explain: Text{
			"Hai tỷ lệ cùng tên mà mẫu số là hai thứ thì không cộng được: tổng số hộ khác số hộ đăng ký. Tên của từng số " +
				"phải như nhau, trừ chữ hoa, dấu câu và năm báo cáo.\nsame là lời của cơ quan rằng hai tên chỉ một nội dung; " +
				"units giới hạn lời ấy ở vài cấp ủy.",
			"Two ratios of one name whose denominators are two things cannot be added: all households are not those that " +
				"applied. The names of the totals have to be the same, but for capitals, punctuation and the year.\nsame is " +
				"the office's word that two names mean one thing; units keeps that word to some committees.",
		},
		Example: Text{
			"xã lấy «Số hộ đăng ký xây dựng gia đình văn hóa» làm mẫu số, thành phố hỏi «Tổng số hộ gia đình».",
			"a commune divides by the households that applied, the city asks for all households.",
		},
	},
	{
		Code: "B961", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: căn cứ tính (basis) trong báo cáo: {was}, trong nghị quyết: {now}; không cộng.",
			"Measure {measure} “{name}”: its basis in the report: {was}, in the resolution: {now}; it is not added.",
		},
		Fix: Text{
			"Ghi basis của chỉ tiêu trong nghi-quyet.toml cho khớp; nếu hai cách ghi là một thì ghi cách của cấp dưới vào " +
				"same của [[measure]] id = \"{measure}\" trong tong-hop.toml.",
			"Make the measure's basis in nghi-quyet.toml the same; where both say one thing, write the lower report's into " +
				"same of [[measure]] id = \"{measure}\" in tong-hop.toml.",
		},
		Explain: Text{
			"Giá so sánh và giá hiện hành, chuẩn nghèo cũ và mới, dân số thường trú và dân số trung bình cho những số không " +
				"cộng được với nhau. Báo cáo không ghi căn cứ mà nghị quyết có thì không biết; đã hỏi rõ thì ghi \"không " +
				"ghi\" vào same.",
			"Constant and current prices, the old and the new poverty standard, residents and the mean population make " +
				"figures that cannot be added. Where a report is silent and the resolution is not, nobody knows; once it is " +
				"known, write \"không ghi\" into same.",
		},
		Example: Text{
			"thành phố hỏi theo giá so sánh 2010, một xã báo theo giá hiện hành.",
			"the city asks in prices of 2010, one commune reports in current ones.",
		},
	},
	{
		Code: "B962", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure} «{name}» mang số {id} trong báo cáo này; chưa cộng.",
			"Measure {measure} “{name}” is {id} in this report; it is not added yet.",
		},
		Fix: Text{
			"Xem lại rồi ghi vào tong-hop.toml: [[measure]] id = \"{measure}\", lower = \"{id}\", units = [\"{unit}\"].",
			"Look at it, then write in tong-hop.toml: [[measure]] id = \"{measure}\", lower = \"{id}\", units = " +
				"[\"{unit}\"].",
		},
		Explain: Text{
			"Nghị quyết của cấp dưới có thể đánh số khác. Tên và đơn vị tính như nhau, nhưng số nào ứng với số nào là do cơ " +
				"quan nói.",
			"A lower resolution may be numbered otherwise. Name and unit are the same, but which number stands for which the " +
				"office has to say.",
		},
		Example: Text{
			"một xã bỏ chỉ tiêu 3 nên các chỉ tiêu sau lùi một số.",
			"one commune has no measure 3, so that all behind it have other numbers.",
		},
	},
	{
		Code: "B963", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: báo cáo ghi cách tính «{method}», bản này không biết cách tính ấy; không cộng.",
			"Measure {measure} “{name}”: the report says it was computed by “{method}”, which this version does not know; " +
				"it is not added.",
		},
		Fix: Text{
			"Dùng phiên bản mới hơn; nếu cấp ủy không dùng bản mới thì xin lập lại báo cáo và gửi đúng tệp đã lập.",
			"Use a newer version; where the committee uses none, ask it to build again and to send the file as it is.",
		},
		Explain: Text{
			"Không biết cách tính thì không đối chiếu được số với tử số, mẫu số kèm theo.",
			"Where the method is not known, the figure cannot be held against the totals that come with it.",
		},
		Example: Text{
			"tệp do người sửa tay: \"method\": \"ratios\".",
			"a file that somebody typed in: \"method\": \"ratios\".",
		},
	},
	{
		Code: "B964", Severity: Error, Audience: Sender,
		What: Text{
			"Nơi ban hành ghi «{issuer}», gần giống mà không phải {unit}; chưa dùng tệp này.",
			"It was issued by “{issuer}”, which is like {unit} and not the same; nothing of the file counts.",
		},
		Fix: Text{
			"Nếu đúng là của đơn vị ấy thì thêm tên này vào aliases của đơn vị trong co-quan.toml; nếu của nơi khác thì bỏ " +
				"tệp ra.",
			"Where it is that unit's, add the name to its aliases in co-quan.toml; where it is another's, take the file out.",
		},
		Explain: Text{
			"«Xã An Khê Đông» có chữ «Xã An Khê» mà là xã khác; «Xã Tấn Hưng» và «Xã Tân Hưng» chỉ khác một dấu. Tên nơi ban " +
				"hành phải kết thúc bằng đúng tên (hoặc aliases) của đơn vị.",
			"“Xã An Khê Đông” contains “Xã An Khê” and is another commune; “Xã Tấn Hưng” and “Xã Tân Hưng” differ by an " +
				"accent. The issuer's name has to end with the very name, or an alias, of the unit.",
		},
		Example: Text{
			"báo cáo của Xã An Khê Đông thuộc huyện khác gửi nhầm.",
			"a report of Xã An Khê Đông, of another district, was sent by mistake.",
		},
	},
	{
		Code: "B965", Severity: Warning, Audience: Sender,
		What: Text{
			"Cột «Kiểm tra» của PhuLuc này không giữ đủ số lúc lập của {count} chỉ tiêu (kết quả, tử số, mẫu số): không biết " +
				"có còn như khi lập hay không.",
			"The checks of this PhuLuc do not hold all of {count} measures (figure, totals): nobody knows whether they are " +
				"those that were made.",
		},
		Fix: Text{
			"Xin cấp ủy ket-qua.json, hoặc PDF lập với attach = \"full\"; chưa có thì đối chiếu với bản in đã ký.",
			"Ask the committee for ket-qua.json, or a PDF built with attach = \"full\"; until then compare with the signed " +
				"print.",
		},
		Explain: Text{
			"Cột «Kiểm tra» giữ số lúc lập báo cáo, nhờ đó biết ai sửa số sau này. Phiên bản đầu không có cột ấy, vài " +
				"phiên bản sau chưa giữ tử số, mẫu số; có khi người gửi xóa đi.",
			"The column of checks keeps the figures of the day when the report was made, so that later changes show. " +
				"The first versions had none, some later ones did not hold the totals; sometimes a sender takes it out.",
		},
		Example: Text{
			"xã xóa cột «Kiểm tra» cho gọn rồi gửi.",
			"a commune took the column out before it sent the file.",
		},
	},
	{
		Code: "B966", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure} «{name}» hỏi từng cấp ủy có hay không; báo cáo của cấp dưới không mang câu trả lời ấy.",
			"Measure {measure} “{name}” asks each committee yes or no; reports of lower committees carry no such answer.",
		},
		Fix: Text{
			"Muốn biết bao nhiêu đơn vị ở cơ sở đạt thì dùng method = \"ratio\": cộng số đơn vị đạt và số đơn vị của từng cấp ủy. " +
				"Muốn hỏi chính các cấp ủy thì giao cho một đơn vị của cơ quan (from) báo thay.",
			"To know how many units below reach it, use method = \"ratio\": it adds how many reach it and how many there are. " +
				"To ask the committees themselves, have a unit of the office report it (from).",
		},
		Explain: Text{
			"Chỉ tiêu «bao nhiêu thôn đạt» của xã cho số thôn đạt trên tổng số thôn; đó không phải câu trả lời rằng xã đạt hay " +
				"không.",
			"A commune's “how many villages” gives villages that reach it, of all; that is no answer of whether the commune " +
				"does.",
		},
		Example: Text{
			"thành phố hỏi «xã đạt chuẩn» bằng method = \"each\", inputs.answer.",
			"the city asks whether each commune reaches a standard, by method = \"each\" and inputs.answer.",
		},
	},
}

var rollupPhrases = []phrase{
	{"rollup.why.large", "tệp lớn quá mức của một báo cáo", "the file is larger than any report"},
	{"result.why.not-ours", "không phải dữ liệu do baocao lập", "it is no data that baocao made"},
	{"result.why.cut", "JSON bị hỏng hoặc bị cắt", "the JSON is damaged or cut off"},
	{"result.why.form", "không đúng dạng của baocao", "it is not in the form that baocao writes"},
	{"rollup.why.json-twice", "«{name}» ghi hai lần trong một mục", "“{name}” stands twice in one entry"},
	{"rollup.why.wide", "tệp đã mở ra lưu lại bằng bảng mã khác (UTF-16)", "it was saved anew in another encoding (UTF-16)"},
	{"result.why.no-number", "«{text}» không phải là số", "“{text}” is no number"},
	{
		"rollup.why.empty",
		"không ghi năm hoặc không có chỉ tiêu nào",
		"it names no year, or has no measure",
	},
	{"rollup.why.twice", "chỉ tiêu «{id}» ghi hai lần hoặc sai dạng", "measure “{id}” stands there twice, or in another form"},
	{"rollup.why.name", "tên {name} chỉ sai chỗ", "the name {name} points to another place"},
	{
		"rollup.why.edited",
		"số liệu trong tệp đã bị sửa, ẩn, gạch hoặc ghi chú thêm sau khi lập (chỉ tiêu {id})",
		"figures in it were changed, hidden, crossed out or remarked on after it was made (measure {id})",
	},
	{
		"rollup.why.uncomputed",
		"ô này có công thức mà không có kết quả; mở bằng Excel, lưu lại rồi gửi",
		"this cell has a formula and no result; open it in Excel, save and send it again",
	},
	{"rollup.why.no-names", "không có ô nào mang tên chỉ tiêu", "no cell has the name of a measure"},
	{"rollup.why.two", "mang hai tệp số liệu, không rõ tệp nào đúng", "it carries two files of figures"},
	{"rollup.why.annex", "phụ lục đính kèm không phải tệp baocao lập",
		"the annex that it carries is none of baocao's"},
	{
		"rollup.why.no-annex",
		"phụ lục đính kèm cùng số liệu đã bị bỏ đi",
		"the annex that it carried with its data is gone",
	},
	{"rollup.why.password", "có mật khẩu", "it has a password"},
	{"rollup.why.unpacked", "giải nén ra lớn quá mức", "it unpacks to more than is allowed"},
	{"rollup.why.damaged", "hỏng hoặc bị cắt", "damaged or cut off"},
	{
		"rollup.why.saved-anew",
		"không thấy bảng phụ lục như baocao in (lập bằng phiên bản cũ, hoặc chương trình khác đã lưu lại)",
		"it has no annex as baocao prints it (made by an earlier version, or saved anew by another program)",
	},
	{"rollup.why.loose", "có chữ dán thêm trên trang: «{text}»", "text was put on its pages: “{text}”"},
	{"rollup.why.painted", "có hình, chữ dán chồng hoặc chữ bị ẩn trên trang",
		"something is painted over its pages, or written so that it is not seen"},
	{"rollup.why.remarks", "có ghi chú dán trên trang", "there are remarks on its pages"},
	{
		"rollup.why.changed",
		"trang hoặc tệp đính kèm đã bị thay sau khi lập",
		"its pages or what it carries were changed after it was made",
	},
	{"rollup.lacks.issuer", "cơ quan ban hành", "who issued it"},
	{
		"rollup.lacks.units",
		"tên và đơn vị tính của tử số, mẫu số",
		"the names and units of measurement of the totals",
	},
	{
		"rollup.lacks.lines",
		"tên từng khoản của chỉ tiêu có lines (nhận theo thứ tự)",
		"the names of the amounts that a total is made of (they are taken in their order)",
	},
	{"rollup.unit.stated", "«{unit}»", "“{unit}”"},
	{"rollup.unit.unsaid", "không ghi", "not said"},
	{"cmd.rollup.short", "Tổng hợp báo cáo của các cấp ủy cấp dưới",
		"Make a higher committee's report out of lower committees' reports"},
	{
		"cmd.rollup.long",
		"Đọc báo cáo mà baocao của cấp dưới đã lập, thả trong 1-nop-vao-day: ket-qua.json, PDF có mang dữ liệu, PhuLuc. " +
			"Đối chiếu dữ liệu với trang in và với chính nó, cộng tử số và mẫu số rồi mới chia, so sánh và xếp hạng, " +
			"giữ đường truy nguồn qua các cấp. Thư mục cần có tong-hop.toml (để trống cũng được); mỗi [[unit]] trong " +
			"co-quan.toml là một cấp ủy. Cách làm đầy đủ: docs/tong-hop.md.",
		"Reads the reports that lower committees' baocao made, dropped into 1-nop-vao-day: ket-qua.json, PDFs that carry " +
			"their data, PhuLuc. Holds the data against the print and against themselves, adds numerators and " +
			"denominators before it divides, compares and ranks, and keeps the trace through all levels. The folder " +
			"needs tong-hop.toml (it may be empty); each [[unit]] of co-quan.toml is a committee. All of it: " +
			"docs/tong-hop.md.",
	},
	{
		"rollup.none",
		"{dir} không có {file} nên không phải thư mục tổng hợp. Tạo tệp ấy (để trống cũng được) cạnh nghi-quyet.toml rồi " +
			"chạy lại.",
		"{dir} has no {file}, so it takes no lower committees' reports. Make that file (it may be empty) beside " +
			"nghi-quyet.toml and run again.",
	},
}
