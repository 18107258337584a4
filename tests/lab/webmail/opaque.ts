/** What the page of an opaque webmail needs to know. */
interface Opaque {
  /** The sign-in posts an ID token to the mail service. */
  readonly postsIdToken: boolean;
}

/**
 * Begins a session of cookies that no code can read, as most webmails do, and asks for mail with them. False when the page goes away to
 * post an ID token first.
 */
export async function openSession({ postsIdToken }: Opaque): Promise<boolean> {
  await fetch('/lab/open', { method: 'POST' });
  if (postsIdToken && location.hash !== '#answered') {
    post('/owa/', { id_token: await (await fetch('/lab/id-token')).text() });
    return false;
  }
  const answer = await fetch('/api/mail');
  if (!answer.ok) throw new Error(`the mail service answered ${answer.status}`);
  return true;
}

function post(address: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
