// Package examples embeds the example plans for `baocao init`: a plan lives
// once, in the example's working folder.
package examples

import "embed"

// FS holds, per example folder, its resolution and office file.
//
//go:embed kien-an-2022/nghi-quyet.toml kien-an-2022/co-quan.toml
//go:embed phuong-an-khang-2026/nghi-quyet.toml phuong-an-khang-2026/co-quan.toml
var FS embed.FS
