import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js'

export declare const HarvestService: ServiceDefinition<UntypedServiceImplementation>
