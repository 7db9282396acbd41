import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hocuspocus } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import { isFrame } from './frame.ts';
import type { Visit } from './incoming.ts';
import type { RoomActor } from './rights.ts';
import { Allowance, closings, type RoomLimits } from './room-limits.ts';
import type { RoomLogger } from './room-logger.ts';
import { isFromHere, refuseUpgrade, toRequest } from './upgrade.ts';

export interface SocketsOptions {
  readonly hocuspocus: Hocuspocus<Visit>;
  readonly authenticate: (headers: Headers) => Promise<RoomActor | undefined>;
  readonly publicUrl?: string;
  readonly limits: RoomLimits;
  readonly logger: RoomLogger;
  /** Milliseconds after which it is asked again who somebody is. */
  readonly recheck: number;
}

/** Room for what surrounds an update in a message. */
const ENVELOPE = 4_096;
/** Milliseconds browsers have to say goodbye. */
const GOODBYE = 1_000;

/** The WebSockets of browsers: who may open one, how much may come in, and when one ends. */
export class Sockets {
  readonly #options: SocketsOptions;
  readonly #server: WebSocketServer;
  #isClosing = false;

  constructor(options: SocketsOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      // One that is somewhat too large gets an answer with a reason; this is for what is much too large.
      maxPayload: 2 * Math.max(options.limits.updateBytes, options.limits.documentBytes) + ENVELOPE,
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A browser that goes away meanwhile is no error of anybody.
    socket.on('error', () => socket.destroy());
    this.#upgrade(request, socket, head).catch((error: unknown) => {
      this.#options.logger.error({ err: error }, 'a browser could not be connected');
      refuseUpgrade(socket, 500, 'Something went wrong. Please try again.');
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const open = [...this.#server.clients];
    const gone = open.map(
      (socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve())),
    );
    for (const socket of open) socket.close(closings.restart.code, closings.restart.reason);
    const last = setTimeout(() => {
      for (const socket of open) socket.terminate();
    }, GOODBYE);
    await Promise.all(gone);
    clearTimeout(last);
    this.#server.close();
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { authenticate, publicUrl } = this.#options;
    if (this.#isClosing)
      return refuseUpgrade(socket, 503, 'The shop is closing. Please try again in a moment.');
    if (!isFromHere(request, publicUrl))
      return refuseUpgrade(socket, 403, 'Only pages of this shop may connect here.');
    const web = toRequest(request);
    const actor = await authenticate(web.headers);
    if (!actor) return refuseUpgrade(socket, 401, 'Sign in first.');
    if (socket.destroyed) return;
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#attend(opened, web, actor));
  }

  #attend(socket: WebSocket, request: Request, actor: RoomActor): void {
    const { hocuspocus, limits, logger, recheck } = this.#options;
    const client = hocuspocus.handleConnection(socket, request, { actor });
    const messages = new Allowance({ perSecond: limits.messagesPerSecond, atOnce: limits.messagesAtOnce });
    const bytes = new Allowance({ perSecond: limits.bytesPerSecond, atOnce: limits.bytesAtOnce });
    const checking = setInterval(() => void this.#recheck(socket, request, actor), recheck);
    checking.unref();
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (!isBinary || !isFrame(data)) socket.close(closings.unreadable.code, closings.unreadable.reason);
      else if (messages.take() && bytes.take(data.length)) client.handleMessage(data);
      else {
        logger.warn(
          { actor: actor.id },
          'a browser sends more than anybody types; it is sent away for a moment',
        );
        socket.close(closings.tooMuch.code, closings.tooMuch.reason);
      }
    });
    socket.on('close', (code, reason) => {
      clearInterval(checking);
      client.handleClose({ code, reason: reason.toString() });
    });
    socket.on('error', (error) => logger.debug({ err: error, actor: actor.id }, 'a connection failed'));
  }

  async #recheck(socket: WebSocket, request: Request, actor: RoomActor): Promise<void> {
    const { authenticate, logger } = this.#options;
    try {
      const now = await authenticate(request.headers);
      if (!now) return socket.close(closings.signedOut.code, closings.signedOut.reason);
      const isSame =
        now.id === actor.id && [...now.capabilities].sort().join() === [...actor.capabilities].sort().join();
      if (!isSame) socket.close(closings.rightsChanged.code, closings.rightsChanged.reason);
    } catch (error) {
      logger.warn({ err: error }, 'it could not be asked who is connected; it is asked again later');
    }
  }
}
