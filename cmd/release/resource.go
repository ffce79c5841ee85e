package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// winres makes Windows resources: a program of its own, run at this moment alone, of which nothing gets
// into ours but the files that it writes.
const winres = "github.com/tc-hib/go-winres@v0.3.3"

// manifest says to Windows how the program wants to be run: with the rights of whoever starts it, with
// UTF-8 for the old functions, with paths of any length, sharp on every screen.
const manifest = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2, unaware</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
      <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
    </windowsSettings>
  </application>
</assembly>
`

// resource writes what the Windows programs carry, icon, version and manifest, as files that the Go tool
// links into them: beside the source, where it looks for them.
func resource(work, version string) error {
	icons, err := drawIcons(work)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(work, "app.manifest"), []byte(manifest), 0o644); err != nil {
		return err
	}
	number, _, _ := strings.Cut(version, "-") // of a version that is tried out
	type kind = map[string]map[string]any
	described, err := json.MarshalIndent(map[string]kind{
		"RT_GROUP_ICON": {"APP": {"0000": icons}},
		"RT_MANIFEST":   {"#1": {"0409": "app.manifest"}},
		"RT_VERSION": {"#1": {"0000": map[string]any{
			"fixed": map[string]string{"file_version": number + ".0", "product_version": number + ".0"},
			"info": map[string]any{"042A": map[string]string{
				"FileDescription":  "baocao: lập báo cáo kết quả thực hiện nghị quyết",
				"FileVersion":      version,
				"InternalName":     "baocao",
				"LegalCopyright":   "Giấy phép MIT",
				"OriginalFilename": "baocao.exe",
				"ProductName":      "baocao",
				"ProductVersion":   version,
			}},
		}}},
	}, "", "  ")
	if err != nil {
		return err
	}
	list := filepath.Join(work, "winres.json")
	if err := os.WriteFile(list, described, 0o644); err != nil {
		return err
	}
	c := exec.Command("go", "run", winres, "make", "--in", list, "--out", filepath.Join("cmd", "baocao", "rsrc"),
		"--arch", "amd64,arm64")
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", winres, err, said)
	}
	return nil
}
