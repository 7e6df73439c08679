/** Files that come with the page: from the server of `azalai view`, or inside an exported page. */

/** A file that is named in the page. One of `href` and `base64` is there. */
interface Listed {
  name: string;
  href?: string;
  base64?: string;
}

export interface NamedFile {
  name: string;
  file: Blob;
}

/** Files that the page lists, in their order. @throws Error if one cannot be had. */
export async function listedFiles(): Promise<NamedFile[]> {
  const list = document.getElementById("azalai-files")?.textContent ?? "[]";
  return Promise.all((JSON.parse(list) as Listed[]).map(fetched));
}

async function fetched({ name, href, base64 }: Listed): Promise<NamedFile> {
  if (base64 !== undefined) return { name, file: decoded(base64) };
  const answer = await fetch(href!).catch(() => undefined);
  if (!answer?.ok) {
    throw new Error(`${name} did not come from azalai view. Start it again and use its new address.`);
  }
  return { name, file: await answer.blob() };
}

function decoded(base64: string): Blob {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
  return new Blob([bytes]);
}
