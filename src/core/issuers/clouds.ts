/** One of the separate worlds in which Microsoft runs Entra: each has its own keys, and none may speak for another. */
export interface Cloud {
  readonly id: 'global' | 'us-government' | 'china';
  readonly name: string;
  /** What keys and metadata of this cloud say in `cloud_instance_name`, exact. */
  readonly instanceName: string;
  /** Whether `instanceName` was read in Microsoft's own metadata or code. Until then a difference proves nothing. */
  readonly instanceNameIsVerified: boolean;
  /** Hosts of this cloud's interfaces, as version 1 tokens name them in `aud`. */
  readonly audienceHosts: ReadonlySet<string>;
}

/**
 * Names: `cloud_instance_name` of the global metadata, and the tests of Microsoft's own check,
 * https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet (`Microsoft.IdentityModel.Validators`).
 * Hosts: https://learn.microsoft.com/en-us/graph/deployments and
 * https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges. All read 2026-11-24.
 */
export const clouds: readonly Cloud[] = Object.freeze([
  {
    id: 'global',
    name: 'Microsoft’s global cloud',
    instanceName: 'microsoftonline.com',
    instanceNameIsVerified: true,
    audienceHosts: new Set([
      'outlook.office.com',
      'outlook.office365.com',
      'graph.microsoft.com',
      'graph.windows.net',
      'substrate.office.com',
    ]),
  },
  {
    id: 'us-government',
    name: 'Microsoft’s cloud for the US government',
    instanceName: 'microsoftonline.us',
    instanceNameIsVerified: true,
    audienceHosts: new Set([
      'outlook.office365.us',
      'outlook-dod.office365.us',
      'webmail.apps.mil',
      'graph.microsoft.us',
      'dod-graph.microsoft.us',
      'substrate.office365.us',
    ]),
  },
  {
    id: 'china',
    name: 'Microsoft’s cloud in China',
    instanceName: 'partner.microsoftonline.cn',
    instanceNameIsVerified: false,
    audienceHosts: new Set(['partner.outlook.cn', 'microsoftgraph.chinacloudapi.cn']),
  },
]);

/** The cloud that names itself so; null: nobody knows one. */
export function findCloudByInstance(instanceName: string): Cloud | null {
  return clouds.find((cloud) => cloud.instanceName === instanceName) ?? null;
}
