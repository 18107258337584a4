/** Forgets what every one of these keeps about the person. Rejects when one of them could not, after all have tried. */
export const answerErase =
  (stores: readonly { readonly erase: () => Promise<void> }[], show: () => Promise<void>) =>
  async (): Promise<{ readonly type: 'accepted' }> => {
    const tried = await Promise.allSettled(stores.map(({ erase }) => erase()));
    await show();
    if (tried.some(({ status }) => status === 'rejected')) throw new Error('erase-incomplete');
    return { type: 'accepted' };
  };
