import { pass, type Rule } from '../../../src/core/rules/rule.ts';

export const check: Rule['check'] = async () => pass;
