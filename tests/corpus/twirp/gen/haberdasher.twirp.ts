import { type Interceptor, type RouterEvents, type TwirpContext, TwirpContentType, TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts';
import { Hat, Size } from './haberdasher';

//==================================//
//          Client Code             //
//==================================//
interface Rpc {
  request(service: string, method: string, contentType: 'application/json' | 'application/protobuf', data: object | Uint8Array): Promise<object | Uint8Array>;
}

export interface HaberdasherClient {
  MakeHat(request: Size): Promise<Hat>;
}

export class HaberdasherClientJSON implements HaberdasherClient {
  private readonly rpc: Rpc;
  constructor(rpc: Rpc) {
    this.rpc = rpc;
    this.MakeHat.bind(this);
  }
  MakeHat(request: Size): Promise<Hat> {
    const data = Size.toJson(request, { useProtoFieldName: true, emitDefaultValues: false });
    const promise = this.rpc.request('twirp.example.Haberdasher', 'MakeHat', 'application/json', data as object);
    return promise.then(data => Hat.fromJson(data as any, { ignoreUnknownFields: true }));
  }
}

export class HaberdasherClientProtobuf implements HaberdasherClient {
  private readonly rpc: Rpc;
  constructor(rpc: Rpc) {
    this.rpc = rpc;
    this.MakeHat.bind(this);
  }
  MakeHat(request: Size): Promise<Hat> {
    const data = Size.toBinary(request);
    const promise = this.rpc.request('twirp.example.Haberdasher', 'MakeHat', 'application/protobuf', data);
    return promise.then(data => Hat.fromBinary(data as Uint8Array));
  }
}

//==================================//
//          Server Code             //
//==================================//
export interface HaberdasherTwirp<T extends TwirpContext = TwirpContext> {
  MakeHat(ctx: T, request: Size): Promise<Hat>;
}

export enum HaberdasherMethod { MakeHat = 'MakeHat' }
export const HaberdasherMethodList = [HaberdasherMethod.MakeHat];

export function createHaberdasherServer<T extends TwirpContext = TwirpContext>(service: HaberdasherTwirp<T>) {
  return new TwirpServer<HaberdasherTwirp, T>({
    service: service as never,
    packageName: 'twirp.example',
    serviceName: 'Haberdasher',
    methodList: HaberdasherMethodList,
    matchRoute: matchHaberdasherRoute as never,
  });
}

function matchHaberdasherRoute<T extends TwirpContext = TwirpContext>(method: string, events: RouterEvents<T>) {
  if (method !== 'MakeHat') return events.onNotFound();
  return async (ctx: T, service: HaberdasherTwirp<T>, data: Buffer, interceptors?: Interceptor<T, Size, Hat>[]) => {
    ctx = { ...ctx, methodName: 'MakeHat' };
    await events.onMatch(ctx);
    return handleHaberdasherMakeHatRequest(ctx, service, data, interceptors);
  };
}

async function handleHaberdasherMakeHatRequest<T extends TwirpContext = TwirpContext>(ctx: T, service: HaberdasherTwirp<T>, data: Buffer, interceptors: Interceptor<T, Size, Hat>[] = []) {
  if (ctx.contentType !== TwirpContentType.Protobuf) throw new TwirpError(TwirpErrorCode.BadRoute, 'unexpected Content-Type');
  const request = Size.fromBinary(data);
  const [first] = interceptors;
  const response = first ? await first(ctx, request, (c, r) => service.MakeHat(c, r)) : await service.MakeHat(ctx, request);
  return Buffer.from(Hat.toBinary(response));
}
