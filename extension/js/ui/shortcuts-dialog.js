import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { dialog } from "./dialog.js";
import { kbd } from "./kbd.js";

/**
 * Everything that keys do.
 * @param {() => void} close
 */
export function shortcutsDialog(close) {
  /** @type {[string[], string][]} */
  const here = [
    [["/"], t("find")],
    [["A"], t("key_add")],
    [["N"], t("key_new_category")],
    [["G"], t("key_cards")],
    [["S"], t("key_sidebar")],
    [["H"], t("key_history")],
    [["T"], t("key_tabs")],
    [["B"], t("key_bookmarks")],
    [["D"], t("key_reminders")],
    [["J"], t("key_activity")],
    [["Ctrl", "Z"], t("key_undo")],
    [["Ctrl", "Shift", "Z"], t("key_redo")],
    [["?"], t("key_sheet")],
    [["Esc"], t("key_escape")],
  ];
  /** @type {[string[], string][]} */
  const cards = [
    [["←", "↑", "↓", "→"], t("key_arrows")],
    [["↵"], t("key_open")],
    [["Home", "End"], t("key_ends")],
    [["PgUp", "PgDn"], t("key_pages")],
    [["Space"], t("key_choose")],
    [["Shift", "↑", "↓"], t("key_extend")],
    [["Ctrl", "A"], t("choose_every")],
    [["E"], t("key_edit")],
    [["F"], t("key_favourite")],
    [["M"], t("key_move")],
    [["L"], t("key_tag")],
    [["R"], t("remind_me")],
    [["U"], t("key_refresh")],
    [["Ctrl", "C"], t("copy_addresses")],
    [["Del"], t("key_delete")],
    [["Alt", "↑", "↓"], t("key_place")],
    [["Shift", "F10"], t("key_menu")],
  ];
  /** @type {[string[], string][]} */
  const elsewhere = [
    [["↑", "↓"], t("key_rows")],
    [["→"], t("key_row_deeds")],
    [["F"], t("key_favourite")],
    [["F2"], t("rename")],
    [["Alt", "↑", "↓"], t("key_move_category")],
    [["Del"], t("key_delete_category")],
  ];
  /** @type {[string[], string][]} */
  const panels = [
    [["←", "→"], t("key_fold")],
    [["Space"], t("key_choose")],
    [["Ctrl", "A"], t("choose_every")],
    [["↵"], t("open")],
    [["Ctrl", "C"], t("copy_addresses")],
  ];
  /** @type {[string[], string][]} */
  const browser = [
    [["Alt", "Shift", "S"], t("key_popup")],
    [["Alt", "Shift", "D"], t("command_save_tab")],
    [["Alt", "Shift", "U"], t("open_urlink")],
    [["ur", "Space"], t("key_omnibox")],
  ];
  const group = (/** @type {string} */ title, /** @type {[string[], string][]} */ rows) =>
    html`<section>
      <h3>${title}</h3>
      <dl>
        ${rows.map(([keys, what]) => html`<div><dt>${kbd(keys)}</dt><dd>${what}</dd></div>`)}
      </dl>
    </section>`;
  const body = html`<div class="dialog-body shortcuts" tabindex="0" role="region" aria-labelledby="shortcuts-dialog-title">
    ${group(t("keys_everywhere"), here)} ${group(t("keys_cards"), cards)}
    ${group(t("keys_categories"), elsewhere)} ${group(t("keys_panels"), panels)}
    ${group(t("keys_browser"), browser)}
  </div>`;
  return dialog({ name: "shortcuts-dialog", title: t("shortcuts"), body, close });
}
