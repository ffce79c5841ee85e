// What the page does beyond what it does without a script: it fetches what is new by
// itself, takes files that are dropped anywhere, and copies a letter.
"use strict";
(function () {
  var body = document.body;
  if (!body.dataset.version) return;
  document.documentElement.classList.add("scripted");
  var status = document.getElementById("trang-thai");

  function say(text, bad) {
    status.textContent = text;
    status.classList.toggle("bad", !!bad);
  }

  // typed are the fields in which somebody has typed something that is not sent yet.
  function typed(part) {
    return Array.prototype.filter.call(part.querySelectorAll("input, textarea, select"), function (f) {
      if (f.type === "hidden") return false;
      if (f.type === "file") return f.files.length > 0;
      if (f.tagName === "SELECT") return f.selectedIndex > 0;
      return f.value !== f.defaultValue;
    });
  }

  // refresh puts the parts of a new page in the places of the old ones. A part in which
  // somebody is typing stays as it is; what is open stays open, the focus where it is.
  function refresh(html) {
    var page = new DOMParser().parseFromString(html, "text/html");
    if (!page.body.dataset.version) return false;
    var order = Array.prototype.map.call(page.querySelectorAll("[data-live]"), function (part) { return part.id; });
    var have = Array.prototype.map.call(document.querySelectorAll("[data-live]"), function (part) { return part.id; });
    var active = document.activeElement;
    var editing = have.some(function (id) { return typed(document.getElementById(id)).length > 0; });
    if (order.join() !== have.join() && !editing) { // whole parts came or went
      ["muc-luc", "noi-dung"].forEach(function (id) {
        replace(document.getElementById(id), page.getElementById(id), active);
      });
      document.title = page.title;
    } else {
      have.forEach(function (id) {
        var old = document.getElementById(id), fresh = page.getElementById(id);
        if (fresh && typed(old).length === 0) replace(old, fresh, active);
      });
    }
    // What tells of itself stays the same element: whoever listens hears only its text.
    var is = page.getElementById("trang-thai");
    if (status.textContent !== is.textContent) say(is.textContent, is.classList.contains("bad"));
    body.dataset.version = page.body.dataset.version;
    return true;
  }

  function replace(old, fresh, active) {
    if (old.outerHTML === fresh.outerHTML) return;
    Array.prototype.forEach.call(old.querySelectorAll("details[open][id]"), function (d) {
      var same = fresh.querySelector("#" + CSS.escape(d.id));
      if (same) same.open = true;
    });
    if (old.outerHTML === fresh.outerHTML) return;
    var path = old.contains(active) && old !== active ? trail(old, active) : null;
    var top = window.scrollY, scrolled = old.querySelector(".scroll");
    var left = scrolled ? [scrolled.scrollLeft, scrolled.scrollTop] : null;
    fresh = document.importNode(fresh, true);
    old.replaceWith(fresh);
    if (left && fresh.querySelector(".scroll")) {
      fresh.querySelector(".scroll").scrollLeft = left[0];
      fresh.querySelector(".scroll").scrollTop = left[1];
    }
    if (path) {
      var to = path.id ? document.getElementById(path.id) : find(fresh, path);
      if (to) to.focus({ preventScroll: true });
    }
    window.scrollTo(window.scrollX, top);
  }

  // trail tells an element again: by its name, where it leads, or what it says.
  function trail(part, e) {
    return { id: e.id, tag: e.tagName, href: e.getAttribute("href"), text: e.textContent,
      action: e.form ? e.form.getAttribute("action") : null, value: e.value };
  }

  function find(part, path) {
    return Array.prototype.filter.call(part.querySelectorAll(path.tag), function (e) {
      return path.href ? e.getAttribute("href") === path.href :
        e.textContent === path.text && (e.form ? e.form.getAttribute("action") : null) === path.action;
    })[0];
  }

  // While a button of the mouse is down nothing moves away from under it.
  var pressed = false;
  document.addEventListener("pointerdown", function () { pressed = true; });
  ["pointerup", "pointercancel", "dragend"].forEach(function (kind) {
    document.addEventListener(kind, function () { pressed = false; });
  });

  function load() {
    if (pressed) return;
    return fetch(location.pathname, { credentials: "same-origin", cache: "no-store" }).then(function (answer) {
      return answer.text();
    }).then(function (html) { if (!pressed) refresh(html); });
  }

  // wait asks what is new, for as long as somebody looks at the page.
  function wait() {
    if (document.hidden) {
      document.addEventListener("visibilitychange", wait, { once: true });
      return;
    }
    fetch("/cho?v=" + encodeURIComponent(body.dataset.version), { credentials: "same-origin", cache: "no-store" })
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      }).then(function (version) {
        if (version !== body.dataset.version) return load();
      }).then(function () {
        setTimeout(wait, 300);
      }, function () {
        say(body.dataset.gone, true);
        setTimeout(wait, 5000);
      });
  }
  wait();

  var told = document.querySelector("#tin .note");
  if (told) { // whoever listens hears first what was done
    told.tabIndex = -1;
    told.focus();
  }

  // Files.
  var most = body.dataset.most * 1024 * 1024;
  function send(form, files) {
    var all = new FormData(), size = 0;
    var unit = form.querySelector("[name=unit]");
    if (unit) all.append("unit", unit.value);
    Array.prototype.forEach.call(files, function (f) { all.append("file", f, f.name); size += f.size; });
    if (size > most) {
      note(body.dataset.large, true);
      return;
    }
    say(body.dataset.sending);
    form.classList.add("busy");
    fetch(form.getAttribute("action"), { method: "POST", body: all, credentials: "same-origin" })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        var page = new DOMParser().parseFromString(html, "text/html");
        if (!page.body.dataset.version) { // a page that says no, and nothing else
          say("");
          note((page.getElementById("noi-dung") || page.body).textContent.trim(), true);
          return;
        }
        document.getElementById("tin").replaceChildren.apply(document.getElementById("tin"),
          page.getElementById("tin").childNodes);
        form.reset();
        refresh(html);
      }, function () { say(body.dataset.gone, true); })
      .then(function () { form.classList.remove("busy"); });
  }

  function note(text, bad) {
    var box = document.createElement("div"), line = document.createElement("p");
    box.className = "note " + (bad ? "bad" : "good");
    line.textContent = text;
    box.appendChild(line);
    document.getElementById("tin").replaceChildren(box);
  }

  document.addEventListener("submit", function (e) {
    var form = e.target;
    if (form.classList.contains("drop")) {
      e.preventDefault();
      send(form, form.querySelector("input[type=file]").files);
      return;
    }
    // One click is one answer.
    if (form.dataset.sent) e.preventDefault();
    else say(body.dataset.working);
    form.dataset.sent = "1";
  });

  window.addEventListener("pageshow", function () {
    Array.prototype.forEach.call(document.forms, function (form) { delete form.dataset.sent; });
  });

  // What was chosen is said in the page's own words, not in those of the browser.
  function picked(field) {
    var said = field.parentNode.querySelector(".picked");
    if (!said) return;
    said.textContent = Array.prototype.map.call(field.files, function (f) { return f.name; }).join("; ") ||
      said.dataset.none;
  }
  document.addEventListener("change", function (e) {
    if (e.target.type === "file") picked(e.target);
  });
  document.addEventListener("reset", function (e) {
    setTimeout(function () { Array.prototype.forEach.call(e.target.querySelectorAll("input[type=file]"), picked); }, 0);
  });

  // The cell that a page is about is in sight where its sheet is wider than the window, also
  // after a phone was turned.
  function center() {
    Array.prototype.forEach.call(document.querySelectorAll(".grid .here"), function (cell) {
      var room = cell.closest(".scroll");
      room.scrollLeft = cell.offsetLeft - (room.clientWidth - cell.offsetWidth) / 2;
    });
  }
  center();
  window.addEventListener("resize", center);

  var over = 0;
  function carriesFiles(e) {
    return e.dataTransfer && Array.prototype.indexOf.call(e.dataTransfer.types, "Files") >= 0;
  }
  var zone = document.querySelector("form.drop");
  if (zone) {
    document.addEventListener("dragenter", function (e) {
      if (carriesFiles(e)) { over++; body.classList.add("dropping"); }
    });
    document.addEventListener("dragleave", function (e) {
      if (carriesFiles(e) && --over <= 0) { over = 0; body.classList.remove("dropping"); }
    });
    document.addEventListener("dragover", function (e) { if (carriesFiles(e)) e.preventDefault(); });
    document.addEventListener("drop", function (e) {
      if (!carriesFiles(e)) return;
      e.preventDefault();
      over = 0;
      body.classList.remove("dropping");
      send(document.querySelector("form.drop"), e.dataTransfer.files);
    });
  }

  document.addEventListener("click", function (e) {
    var button = e.target.closest("[data-copy]");
    if (!button) return;
    var text = document.getElementById(button.dataset.copy);
    text.select();
    navigator.clipboard.writeText(text.value).then(function () { note(body.dataset.copied); });
  });
})();
