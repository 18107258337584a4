import { Socket } from 'node:net';
import { vi } from 'vitest';

/** Unit tests decide by what they are given: any attempt to reach a network is a failure with this sentence. */
const refuse = () => {
  throw new Error('a unit test tried to use the network');
};

vi.stubGlobal('fetch', refuse);
Socket.prototype.connect = refuse;
