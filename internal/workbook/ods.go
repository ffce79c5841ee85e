package workbook

func readODS(a *archive, lim Limits) (*Book, error) { return nil, &fault{code: "B117"} }
