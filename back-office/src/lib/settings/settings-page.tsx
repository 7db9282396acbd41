import { PageHead } from '../look/page-head.tsx';
import { Parts } from '../look/parts.tsx';
import { ReturnPolicies } from '../returns/return-policies-page.tsx';
import { ChannelSettings } from './channel-settings.tsx';
import { DeliverySettings } from './delivery-settings.tsx';
import { SellerSettings } from './seller-settings.tsx';
import css from './settings.module.css';
import { TaxSettings } from './tax-settings.tsx';

/** What holds for the whole shop and for each of its channels. */
export function SettingsPage() {
  return (
    <div className={css.page}>
      <PageHead title="Settings" />
      <Parts
        label="Settings"
        parts={[
          { id: 'channels', label: 'Channels', content: <ChannelSettings /> },
          { id: 'seller', label: 'Seller', content: <SellerSettings /> },
          { id: 'delivery', label: 'Delivery', content: <DeliverySettings /> },
          { id: 'taxes', label: 'Taxes', content: <TaxSettings /> },
          { id: 'returns', label: 'Returns', content: <ReturnPolicies /> },
        ]}
      />
    </div>
  );
}
