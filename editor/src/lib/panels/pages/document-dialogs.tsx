import { Modal } from '@mantine/core';
import type { DocumentFacts, Shop } from '../../app/backend.ts';
import type { DocumentDialog } from '../../app/documents.ts';
import { useDocuments } from '../../app/documents-context.tsx';
import { goTo } from '../../app/location.ts';
import { useStore } from '../../app/store.ts';
import { CrowdDialog } from '../../audiences/crowd-dialog.tsx';
import { ReleaseList } from '../../releases/release-list.tsx';
import { NameDialog } from './name-dialog.tsx';
import { NewPageDialog } from './new-page-dialog.tsx';
import { TrashDialog } from './trash-dialog.tsx';
import { UnpublishDialog } from './unpublish-dialog.tsx';
import { WhereUsed } from './where-used.tsx';

/** What is asked about documents, on the start page and in the editor alike. */
export function DocumentDialogs({ shop, current }: { shop: Shop; current?: string }) {
  const documents = useDocuments();
  const dialog = useStore(documents.state, (state) => state.dialog);
  const close = () => documents.show(undefined);
  return (
    <Modal
      opened={dialog !== undefined}
      onClose={close}
      title={dialog && titleOf(dialog, 'id' in dialog ? documents.find(dialog.id) : undefined)}
      size={dialog && sizeOf(dialog)}
    >
      {dialog && <Content key={JSON.stringify(dialog)} {...{ dialog, shop, current, close }} />}
    </Modal>
  );
}

function Content({
  dialog,
  shop,
  current,
  close,
}: {
  dialog: DocumentDialog;
  shop: Shop;
  current: string | undefined;
  close: () => void;
}) {
  const documents = useDocuments();
  const open = (id: string) => {
    close();
    goTo(id);
  };
  switch (dialog.kind) {
    case 'new-page':
      return (
        <NewPageDialog
          shop={shop}
          from={dialog.from}
          template={dialog.template}
          parent={dialog.parent}
          onMade={open}
          onClose={close}
        />
      );
    case 'new-fragment':
      return <NameDialog kind="fragment" onMade={open} onClose={close} />;
    case 'copy': {
      const from = documents.find(dialog.from);
      return from ? <NameDialog kind={from.kind} from={from} onMade={open} onClose={close} /> : null;
    }
    case 'trash':
      return (
        <TrashDialog
          id={dialog.id}
          canPublish={shop.session.capabilities.includes('content.publish')}
          onOpen={open}
          onClose={close}
          onDone={() => {
            close();
            if (dialog.id === current) goTo(undefined);
          }}
        />
      );
    case 'unpublish':
      return (
        <UnpublishDialog id={dialog.id} channels={shop.catalogue.channels} onOpen={open} onClose={close} />
      );
    case 'releases':
      return (
        <ReleaseList
          catalogue={shop.catalogue}
          may={{
            publish: shop.session.capabilities.includes('content.publish'),
            share: shop.session.capabilities.includes('content.write'),
          }}
          onOpen={open}
        />
      );
    case 'audiences':
    case 'tests':
      return <CrowdDialog first={dialog.kind} shop={shop} onOpen={open} />;
    case 'where-used':
      return <WhereUsed id={dialog.id} onOpen={open} />;
  }
}

function sizeOf({ kind }: DocumentDialog): string {
  if (kind === 'audiences' || kind === 'tests') return 'xl';
  return kind === 'new-page' || kind === 'releases' ? 'lg' : 'md';
}

function titleOf({ kind }: DocumentDialog, document: DocumentFacts | undefined): string {
  const { name = 'this', kind: of } = document ?? {};
  const titles = {
    'new-page': 'New page',
    copy: 'Duplicate',
    'new-fragment': 'New fragment',
    releases: 'Planned',
    audiences: 'Audiences and tests',
    tests: 'Audiences and tests',
    trash: `Move “${name}” to the trash?`,
    unpublish: `Take “${name}” offline?`,
    'where-used': of === 'page' ? `What links to “${name}”` : `Where “${name}” is used`,
  } as const;
  return titles[kind];
}
