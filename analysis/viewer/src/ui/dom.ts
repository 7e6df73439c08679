/** Elements of the page. Texts become text nodes, so that a name from a file is never markup. */

type Child = Node | string;

/** Make an element. @param attributes As in HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "style") made.style.cssText = value; // as an attribute the page's policy forbids it
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A button that does something. @param title What it does, for the pointer and for readers of screens. */
export function button(text: string, title: string, act: () => void, style = ""): HTMLButtonElement {
  const made = element("button", { type: "button", title, "aria-label": title, class: style }, text);
  made.addEventListener("click", act);
  return made;
}
