import type { Request, RequestOf } from '../../protocol/messages.ts';

/** One function for each kind of request of the extension's pages. */
export type Answers = {
  readonly [Type in Request['type']]: (request: RequestOf<Type>) => Promise<unknown>;
};

/** Answers a request that was parsed. A rejection reaches the page as one without a text of ours. */
export function answerRequest<Type extends Request['type']>(
  answers: { readonly [Name in Type]: (request: RequestOf<Name>) => Promise<unknown> },
  request: RequestOf<Type> & { readonly type: Type },
): Promise<unknown> {
  return answers[request.type](request);
}
