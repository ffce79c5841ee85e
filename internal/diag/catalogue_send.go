package diag

// The office's mail server, B570 and on.
var sendProblems = []Entry{
	{
		Code: "B570", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"from của máy chủ gửi thư là «{value}», không phải một địa chỉ thư.",
			"from of the mail server is “{value}”, which is no mail address.",
		},
		Fix: Text{
			"Ghi vào from trong [mail.smtp] địa chỉ mà cơ quan dùng để gửi thư.",
			"Put the address that the office's letters come from into from of [mail.smtp].",
		},
		Explain: Text{
			"Thư gửi qua máy chủ phải ghi từ địa chỉ nào; máy chủ chỉ nhận địa chỉ của tài khoản đăng nhập. Chưa có from thì chương trình chỉ soạn\n" +
				"thư nháp. Mật khẩu không ghi vào tệp này.",
			"A letter that goes over a server has to say where it comes from, and the server takes none but the account's own address. Without it\n" +
				"there are drafts only. The password does not stand in this file.",
		},
		Example: Text{
			"host = \"mail.haiphong.example\" mà không có from = \"vanthu@haiphong.example\".",
			"host = \"mail.haiphong.example\" without from = \"vanthu@haiphong.example\".",
		},
	},
	{
		Code: "B571", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"host của máy chủ gửi thư là «{value}», không phải tên máy chủ.",
			"host of the mail server is “{value}”, which is no name of a machine.",
		},
		Fix: Text{
			"Ghi vào host trong [mail.smtp] riêng tên máy chủ; số cổng ghi ở port.",
			"Put the name alone into host of [mail.smtp]; the port stands in port.",
		},
		Explain: Text{
			"Tên máy chủ là chữ, số, dấu chấm và gạch nối, không có https:// phía trước, không có cổng phía sau. Sai tên thì chương trình chỉ soạn\n" +
				"thư nháp.",
			"The name of a machine has letters, digits, dots and hyphens, no https:// before it and no port behind it. As long as it is wrong there\n" +
				"are drafts only.",
		},
		Example: Text{
			"host = \"mail.haiphong.example:587\"; đúng là host = \"mail.haiphong.example\", port = 587.",
			"host = \"mail.haiphong.example:587\"; right is host = \"mail.haiphong.example\", port = 587.",
		},
	},
	{
		Code: "B572", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Nơi nhận thư «{value}» không phải một địa chỉ thư.",
			"The addressee “{value}” is no mail address.",
		},
		Fix: Text{
			"Sửa to trong [mail]; mỗi địa chỉ một mục.",
			"Mend to in [mail]; each address is an entry of its own.",
		},
		Explain: Text{
			"Báo cáo gửi tới các địa chỉ ghi ở to. Một địa chỉ sai thì chưa soạn và chưa gửi được thư nào, để không có nơi nhận nào bị bỏ sót.",
			"The report goes to the addresses in to. With one that is none no letter is written or sent, so that nobody is left out.",
		},
		Example: Text{
			"to = [\"vanthu@thanhuy.example, vanthu@ubnd.example\"]; đúng là hai mục, mỗi mục một địa chỉ.",
			"to = [\"vanthu@thanhuy.example, vanthu@ubnd.example\"]; right are two entries with one address each.",
		},
	},
	{
		Code: "B573", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Thư gửi đến {host} không được mã hóa.",
			"Letters go to {host} unencrypted.",
		},
		Fix: Text{
			"Bỏ security = \"none\" nếu máy chủ có STARTTLS hoặc TLS. Mật khẩu không bao giờ đi theo đường này: máy chủ đòi đăng nhập thì phải có STARTTLS hoặc TLS.",
			"Take security = \"none\" out where the server has STARTTLS or TLS. No password ever goes this way: a server that wants a login has to have one of them.",
		},
		Explain: Text{
			"Đường truyền không mã hóa thì ai ở giữa cũng đọc được báo cáo. Chỉ dùng trong mạng nội bộ mà cơ quan tin cậy, với máy chủ không đòi đăng nhập (bỏ user).",
			"On a way that is not encrypted everybody in between reads the report. It is for a network that the office trusts, and a server that wants no login (without user).",
		},
		Example: Text{
			"host = \"mail.noibo.example\" và security = \"none\".",
			"host = \"mail.noibo.example\" and security = \"none\".",
		},
	},
}

// Letters that go over the office's mail server.
var sendPhrases = []phrase{
	// The left side of a line of the log.
	{"journal.line-unit", "{at}  Nhắc {unit}  {by}: {what}", "{at}  Reminder to {unit}  {by}: {what}"},
	{
		"journal.sending",
		"sắp gửi thư tới {to} qua {server}, Message-ID {id}",
		"about to send the letter to {to} over {server}, Message-ID {id}",
	},
	{"journal.sent", "máy chủ đã nhận thư gửi {to} ({said})", "the server has the letter to {to} ({said})"},
	{"journal.unsent", "chưa gửi được thư tới {to}: {why}", "the letter to {to} did not go: {why}"},
	{"journal.unsure", "không rõ thư gửi {to} đã đi chưa: {why}", "nobody knows whether the letter to {to} went: {why}"},
	{
		"diff.run.unsure",
		"báo cáo lần {number} (có thể đã gửi thư {at}, chưa rõ đã tới chưa)",
		"report {number} (may have been mailed {at}, nobody knows whether it arrived)",
	},
	{"diff.run.sending", "báo cáo lần {number} (gửi thư {at})", "report {number} (mailed {at})"},

	{"verify.over-server", "Gửi qua máy chủ thư lúc {at}: {to}", "Mailed over the server at {at}: {to}"},
	{
		"verify.maybe-sent",
		"Có thể đã gửi qua máy chủ thư lúc {at}: {to}; chưa rõ đã tới nơi nhận chưa",
		"May have gone over the server at {at}: {to}; nobody knows whether it arrived",
	},
	{"restore.maybe-sent", "có thể đã gửi qua máy chủ thư {at}, chưa rõ đã tới chưa", "may have gone over the mail server {at}"},
	{"restore.over-server", "gửi qua máy chủ thư {at}", "mailed over the server {at}"},

	{"send.why.unreachable", "không kết nối được máy chủ gửi thư", "the mail server cannot be reached"},
	{
		"send.why.not-smtp",
		"phía trả lời không phải máy chủ gửi thư (SMTP); xem lại host, port, security trong [mail.smtp]",
		"what answers does not talk like a mail server; look at host, port and security in [mail.smtp]",
	},
	{
		"send.why.no-tls",
		"máy chủ không mã hóa đường truyền (không có STARTTLS) nên mật khẩu và thư chưa gửi đi",
		"the server does not encrypt (it has no STARTTLS), so neither password nor letter was sent",
	},
	{
		"send.why.untrusted",
		"chứng thư của máy chủ không tin cậy được, hoặc không phải của host trong [mail.smtp]",
		"the server's certificate is not trusted, or not that of host in [mail.smtp]",
	},
	{
		"send.why.no-login",
		"máy chủ không có cách đăng nhập PLAIN hoặc LOGIN",
		"the server takes neither PLAIN nor LOGIN",
	},
	{"send.why.wrong-login", "máy chủ không nhận tài khoản hoặc mật khẩu", "the server does not take the account or the password"},
	{"send.why.too-large", "thư lớn hơn mức máy chủ nhận", "the letter is larger than the server takes"},
	{
		"send.why.recipients",
		"máy chủ không nhận địa chỉ sau nên chưa gửi cho nơi nào",
		"the server does not take these addresses, so nobody got it",
	},
	{"send.why.refused", "máy chủ từ chối", "the server refused"},
	{"send.why.silent", "máy chủ không trả lời kịp", "the server did not answer in time"},
	{"send.why.dropped", "kết nối bị ngắt giữa chừng", "the connection ended"},
	{"send.why.stopped", "người dùng đã dừng", "somebody stopped the run"},
	{"send.why", "{why}: {said}", "{why}: {said}"},
	{"send.why-most", "{why}: thư {size}, máy chủ nhận tới {most}", "{why}: it has {size}, the server takes {most}"},

	{"send.report", "báo cáo lần {number}", "report {number}"},
	{"send.reminder", "thư nhắc {unit}", "the reminder to {unit}"},
	{"send.reminder-late", "thư nhắc {unit} (quá hạn)", "the reminder to {unit} (overdue)"},
	{"send.sent", "Đã gửi {what} tới {to}. Máy chủ {server} trả lời: {said}", "Sent {what} to {to}. {server} answered: {said}"},
	{
		"send.unsent",
		"Chưa gửi được {what}: {why}. Không nơi nào nhận được thư này; sửa xong thì chạy lại. Nơi nhận: {to}.",
		"{what} was not sent: {why}. Nobody got it; run again when that is mended. Addressees: {to}.",
	},
	{
		"send.unsure",
		"KHÔNG RÕ {what} đã tới {to} chưa: {why}. Thư có thể đã gửi lúc {at}; hỏi người nhận, nếu chưa nhận thì gửi lại: baocao mail --send --again {dir}{rest}",
		"NOBODY KNOWS whether {what} reached {to}: {why}. It may have gone at {at}; ask them, and if it did not come send it again: baocao mail --send --again {dir}{rest}",
	},
	{
		"on-page.send.unsent",
		"Chưa gửi được {what}: {why}. Không nơi nào nhận được thư này; sửa xong thì gửi lại. Nơi nhận: {to}.",
		"{what} was not sent: {why}. Nobody got it; send it again when that is mended. Addressees: {to}.",
	},
	{
		"on-page.send.unsure",
		"KHÔNG RÕ {what} đã tới {to} chưa: {why}. Thư có thể đã gửi lúc {at}; hỏi người nhận, nếu chưa nhận thì mở lại trang gửi và gửi lần nữa.",
		"NOBODY KNOWS whether {what} reached {to}: {why}. It may have gone at {at}; ask them, and if it did not come open the page again and send it once more.",
	},
	{
		"on-page.fail.sent",
		"Đã gửi đúng nội dung này tới {to} lúc {at} nên không gửi lần nữa.",
		"This very content went to {to} at {at} and is not sent again.",
	},
	{
		"on-page.fail.unsure",
		"Thư có thể đã gửi tới {unsure} lúc {maybe}: lần ấy chương trình hoặc kết nối bị ngắt trước khi máy chủ trả lời (hoặc đang gửi). Hỏi người nhận trước khi gửi lại.",
		"The letter may have gone to {unsure} at {maybe}: the program or the connection ended before the server answered (or it is being sent). Ask them before it is sent again.",
	},
	{
		"on-page.fail.sent-unsure",
		"Đã gửi tới {to} lúc {at}; có thể đã gửi tới {unsure} lúc {maybe}, lần ấy bị ngắt trước khi máy chủ trả lời. Hỏi người nhận trước khi gửi lại.",
		"It went to {to} at {at}, and may have gone to {unsure} at {maybe}, when the run or the connection ended before the server answered. Ask them before it is sent again.",
	},
	{"on-page.fail.send-incomplete", "Báo cáo chưa đầy đủ nên chưa gửi.", "The report is incomplete and was not sent."},
	{
		"on-page.fail.send-places",
		"Báo cáo còn {count} chỗ phải viết nên chưa gửi.",
		"Places of the report are still to be written ({count}), so it was not sent.",
	},
	{
		"on-page.fail.send-server",
		"Chưa gửi được thư: [mail.smtp] trong co-quan.toml cần host (tên máy chủ) và from (địa chỉ gửi) đúng.",
		"Nothing can be sent: [mail.smtp] in co-quan.toml needs a right host (name of the server) and from (address of the office).",
	},
	{
		"on-page.fail.send-password",
		"Máy này chưa có mật khẩu của tài khoản thư dành cho máy chủ {host}. Nếu đó đúng là máy chủ thư của cơ quan, nhờ người quản trị máy cất mật khẩu một lần vào kho mật khẩu của máy " +
			"(lệnh baocao mail --password), hoặc đặt hai biến môi trường {variable} và {for} rồi mở lại chương trình. Trang này không bao giờ hỏi mật khẩu.",
		"This machine has no password of the mail account for the server {host}. Where that is the office's own server, ask whoever looks after the machine to lay it into its keyring once " +
			"(baocao mail --password), or to set the variables {variable} and {for} and to start the program again. This page never asks for a password.",
	},
	{
		"send.unnoted",
		"Kết quả gửi thư chưa ghi được vào {path}: {error}. Ghi lại bên ngoài: lần sau chương trình sẽ coi thư này là không rõ đã gửi chưa.",
		"What became of the letter could not be written into {path}: {error}. Note it elsewhere: the next run will not know whether the letter went.",
	},

	{"send.from", "Gửi từ {from}, qua máy chủ {server} ({security})", "From {from}, over {server} ({security})"},
	{"send.security.starttls", "mã hóa STARTTLS", "encrypted by STARTTLS"},
	{
		"send.security.starttls-here",
		"mã hóa STARTTLS nếu máy chủ có; máy chủ ở ngay trên máy này nên không có thì thư vẫn gửi, KHÔNG mã hóa",
		"encrypted by STARTTLS where the server offers it; it is on this machine, so that letters go NOT encrypted where it does not",
	},
	{"send.security.tls", "mã hóa TLS", "encrypted by TLS"},
	{"send.security.none", "KHÔNG mã hóa", "NOT encrypted"},
	{"send.to", "Tới: {to}", "To: {to}"},
	{"send.subject", "Tiêu đề: {subject}", "Subject: {subject}"},
	{"send.file", "Kèm theo: {file} ({size})", "With it: {file} ({size})"},
	{"send.size", "Cả thư: {size}", "The whole letter: {size}"},
	{"send.full", "Báo cáo: {full}", "The report: {full}"},
	{"send.places", "đủ số liệu, còn {count} chỗ phải viết", "complete figures, places still to be written: {count}"},
	{"send.would", "Chưa gửi gì. Gửi thật: bỏ --dry-run.", "Nothing was sent. Without --dry-run it goes."},
	{"send.would-not", "Chưa gửi gì, và gửi thật cũng sẽ dừng: {why}", "Nothing was sent, and without --dry-run it would stop: {why}"},

	{
		"send.would-remind",
		"Sẽ gửi {what} tới {to}: {files} ({size})",
		"Would send {what} to {to}: {files} ({size})",
	},
	{
		"send.no-address",
		"{unit}: chưa có địa chỉ thư đúng trong co-quan.toml nên không gửi; soạn thư nháp bằng --remind.",
		"{unit}: no good address in co-quan.toml, so nothing goes; --remind drafts the letter.",
	},
	{
		"send.untried",
		"{unit} ({to}): chưa gửi, vì máy chủ không nhận thư nào.",
		"{unit} ({to}): not sent, for the server takes no letter at all.",
	},
	{"send.not-again", "{unit} ({to}): không gửi. {why}", "{unit} ({to}): not sent. {why}"},
	{
		"send.done",
		"Thư nhắc: đã gửi {sent}, chưa gửi được {unsent}, không rõ {unsure}, đã gửi từ trước {before}, chưa có địa chỉ {nowhere}.",
		"Reminders: sent {sent}, not sent {unsent}, unsure {unsure}, sent before {before}, without an address {nowhere}.",
	},
	{
		"send.done-preview",
		"Chưa gửi gì. Sẽ gửi {would} thư nhắc; không gửi {unsent}, không rõ {unsure}, đã gửi từ trước {before}, chưa có địa chỉ {nowhere}.",
		"Nothing was sent. Reminders that would go: {would}; not: {unsent}, unsure {unsure}, sent before {before}, without an address {nowhere}.",
	},

	{
		"fail.sent",
		"Đã gửi đúng nội dung này tới {to} lúc {at} nên không gửi lần nữa. Vẫn cần gửi lại thì chạy: baocao mail --send --again {dir}{rest}",
		"This very content went to {to} at {at} and is not sent again. To send it all the same: baocao mail --send --again {dir}{rest}",
	},
	{
		"fail.unsure",
		"Thư có thể đã gửi tới {unsure} lúc {maybe}: lần ấy chương trình hoặc kết nối bị ngắt trước khi máy chủ trả lời (hoặc máy khác đang gửi). Hỏi người nhận; " +
			"nếu chưa nhận thì gửi lại bằng --again: baocao mail --send --again {dir}{rest}",
		"The letter may have gone to {unsure} at {maybe}: the program or the connection ended before the server answered (or another machine is sending it). Ask them; " +
			"if it did not come send it with --again: baocao mail --send --again {dir}{rest}",
	},
	{
		"fail.sent-unsure",
		"Đã gửi tới {to} lúc {at}; có thể đã gửi tới {unsure} lúc {maybe}, lần ấy bị ngắt trước khi máy chủ trả lời. Hỏi người nhận; nếu chưa nhận thì gửi lại " +
			"bằng --again: baocao mail --send --again {dir}{rest}",
		"It went to {to} at {at}, and may have gone to {unsure} at {maybe}, when the run or the connection ended before the server answered. Ask them; if it did not " +
			"come send it with --again: baocao mail --send --again {dir}{rest}",
	},
	{
		"fail.unsure-letter",
		"Báo cáo này có thể đã gửi tới {to} lúc {at}, chưa rõ đã tới chưa; thư giữ tại {path}. Hỏi người nhận; vẫn cần soạn thư thì chạy: baocao mail --again {dir}",
		"This very report may have been sent to {to} at {at}, and nobody knows whether it arrived; the letter is kept as {path}. Ask them; to draft one all the same: baocao mail --again {dir}",
	},
	{
		"fail.sent-letter",
		"Báo cáo này đã gửi tới {to} lúc {at}, từ đó không thay đổi; thư giữ tại {path}. Vẫn cần soạn thư thì chạy: baocao mail --again {dir}",
		"This very report was sent to {to} at {at}; the letter is kept as {path}. To draft one all the same: baocao mail --again {dir}",
	},
	{
		"fail.send-incomplete",
		"Báo cáo chưa đầy đủ nên chưa gửi. Vẫn cần gửi thì thêm --incomplete.",
		"The report is incomplete and was not sent. To send it all the same add --incomplete.",
	},
	{
		"fail.send-places",
		"Báo cáo còn {count} chỗ phải viết nên chưa gửi. Vẫn cần gửi thì thêm --incomplete.",
		"Places of the report are still to be written ({count}), so it was not sent. To send it all the same add --incomplete.",
	},
	{
		"fail.send-address",
		"Nơi nhận «{address}» trong co-quan.toml không phải địa chỉ thư nên chưa gửi cho nơi nào.",
		"The addressee “{address}” in co-quan.toml is no mail address, so nothing was sent to anybody.",
	},
	{
		"fail.send-server",
		"Chưa gửi được thư: [mail.smtp] trong co-quan.toml cần host (tên máy chủ) và from (địa chỉ gửi) đúng; xem baocao check {dir}. " +
			"Soạn thư nháp thì bỏ --send.",
		"Nothing can be sent: [mail.smtp] in co-quan.toml needs a right host (name of the server) and from (address of the office); see baocao check {dir}. " +
			"Without --send a draft is written.",
	},
	{
		"fail.send-nobody",
		"Chưa biết gửi cho ai: ghi địa chỉ nơi nhận vào to trong [mail] của co-quan.toml.",
		"There is nobody to send it to: put the addresses into to of [mail] in co-quan.toml.",
	},
	{
		"fail.send-password",
		"Chưa có mật khẩu của tài khoản thư dành cho máy chủ {host}. Nếu đó đúng là máy chủ thư của cơ quan, cất mật khẩu vào kho mật khẩu của máy: baocao mail --password {dir}; " +
			"hoặc đặt cả hai biến môi trường: {variable}, và {for} = {host} (mật khẩu trong biến môi trường chỉ đưa cho máy chủ ghi ở {for}). Không ghi mật khẩu vào tệp nào.",
		"No password of the mail account is known for the server {host}. Where that is the office's own server, lay it into the keyring of the machine, baocao mail --password {dir}, " +
			"or set both variables: {variable}, and {for} = {host} (a password in the environment goes to the server in {for} alone). Do not write it into any file.",
	},
	{
		"fail.send-open",
		"Chương trình không gửi mật khẩu qua đường truyền không mã hóa (security = \"none\" trong [mail.smtp] của co-quan.toml). Dùng security = \"starttls\" hoặc \"tls\"; " +
			"máy chủ không đòi đăng nhập thì bỏ user.",
		"No password is sent over a way that is not encrypted (security = \"none\" in [mail.smtp] of co-quan.toml). Use security = \"starttls\" or \"tls\"; " +
			"for a server that wants no login take user out.",
	},

	{
		"cmd.mail.long",
		"Không có --send thì chỉ soạn thư nháp để người gửi bằng Outlook. Có --send thì gửi qua máy chủ ghi ở [mail.smtp] của co-quan.toml, mật khẩu lấy\n" +
			"từ kho mật khẩu của máy (--password) hoặc biến môi trường BAOCAO_SMTP_PASSWORD (chỉ đưa cho máy chủ ghi ở biến BAOCAO_SMTP_HOST). Trước và sau mỗi lần gửi đều ghi vào nhat-ky/so-nhat-ky.txt; lần gửi bị ngắt giữa chừng thì lần sau\n" +
			"chương trình nói rõ và không tự gửi lại.",
		"Without --send drafts are written, for a person to send from Outlook. With it letters go over the server of [mail.smtp] in co-quan.toml, the password\n" +
			"from the machine's keyring (--password) or the variable BAOCAO_SMTP_PASSWORD (for the server in BAOCAO_SMTP_HOST alone). The log has a line before and one after; where a run ended in between, the next one says so and does not\n" +
			"send again by itself.",
	},
	{"flag.send", "gửi qua máy chủ thư của cơ quan", "send over the office's mail server"},
	{"flag.dry-run", "chỉ nói sẽ gửi gì, cho ai; không kết nối, không ghi gì", "only say what would be sent to whom; nothing is connected or written"},
	{"flag.incomplete", "gửi cả báo cáo chưa đầy đủ, còn chỗ phải viết", "send a report that is incomplete or has places still to be written too"},
	{
		"flag.password",
		"hỏi mật khẩu của tài khoản thư (không hiện ra) và cất vào kho mật khẩu của máy; để trống là bỏ",
		"ask for the mail account's password (not shown) and lay it into the machine's keyring; a blank one takes it out",
	},
	{"password.ask", "Mật khẩu của {user} tại {host}:", "Password of {user} at {host}:"},
	{"password.kept", "Đã cất mật khẩu của {user} tại {host} vào kho mật khẩu của máy.", "The password of {user} at {host} is in the machine's keyring."},
	{"password.removed", "Đã bỏ mật khẩu của {user} tại {host} khỏi kho mật khẩu của máy.", "The password of {user} at {host} is not in the machine's keyring any more."},
	{
		"fail.password-account",
		"[mail.smtp] trong co-quan.toml chưa ghi host và user nên chưa biết mật khẩu của tài khoản nào.",
		"[mail.smtp] in co-quan.toml names no host and user, so it is not known whose password it would be.",
	},
	{
		"fail.keyring",
		"Không dùng được kho mật khẩu của máy ({error}). Đặt mật khẩu vào biến môi trường {variable}, và {for} = {host}.",
		"The keyring of this machine cannot be used ({error}). Set the variable {variable}, and {for} = {host}.",
	},
	{"flag.unit", "chỉ gửi thư nhắc cho đơn vị có `ID` này (ghi được nhiều lần)", "send reminders to the unit of this `ID` alone (may be repeated)"},
	{"usage.unit", "--unit chỉ dùng khi gửi thư nhắc (--remind --send).", "--unit is for sending reminders (--remind --send)."},
	{"usage.no-unit", "co-quan.toml không có đơn vị nào có id «{unit}».", "co-quan.toml has no unit of the id “{unit}”."},
	{"usage.incomplete", "--incomplete chỉ dùng khi gửi báo cáo (--send).", "--incomplete is for sending the report (--send)."},
}
