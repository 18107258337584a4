import type { Configuration } from 'oidc-provider';

type SignOut = NonNullable<NonNullable<Configuration['features']>['rpInitiatedLogout']>;

/** Title of the page at which a sign-out ends. */
export const signedOutTitle = 'Signed out';

/**
 * What the sign-in service shows to who signs out (OpenID Connect RP-Initiated Logout 1.0, section 2). It asks for nothing more, as the
 * real one does not when only one account is signed in, and stays there when it is done.
 */
export const signOutPages: SignOut = {
  enabled: true,
  logoutSource(context, form) {
    context.body = pageOf(
      'Signing out…',
      `${form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>')}
<script>document.forms[0].submit()</script>`,
    );
  },
  postLogoutSuccessSource(context) {
    context.body = pageOf(signedOutTitle, '<p>You have signed out. You can close this window.</p>');
  },
};

const pageOf = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`;
