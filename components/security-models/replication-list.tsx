import { TextLink } from "@/components/ui/link";
import type { Locale } from "@/lib/core/locale";
import { replicationWords } from "@/lib/security-models/replication/messages";
import type { TreePoint } from "@/lib/security-models/replication/queries";
import type { Branch } from "@/lib/security-models/replication/rules";
import { NodeGrade, NodeState } from "./replication-node";

type Props = { trees: readonly Branch<TreePoint>[]; locale: Locale };

/** Trees of copies as a list in lists: an original, and indented below it what was copied from it. */
export function ReplicationList({ trees, locale }: Props) {
  return (
    <ul className="divide-y border-y">
      {trees.map((tree) => (
        <Item key={tree.node.id} branch={tree} locale={locale} />
      ))}
    </ul>
  );
}

function Item({ branch: { node, branches }, locale }: { branch: Branch<TreePoint>; locale: Locale }) {
  const words = replicationWords[locale];
  return (
    <li className="py-2">
      <p className="text-sm">
        {node.isOwn ? (
          <TextLink
            href={`/security-models/points/${node.id}`}
            className="inline-flex min-h-11 items-center lg:min-h-0"
          >
            {node.site}
          </TextLink>
        ) : (
          <span className="text-muted">{node.site}</span>
        )}
        <span className="block">{node.unitName}</span>
      </p>
      <p className="flex flex-wrap gap-x-2.5">
        <NodeState point={node} locale={locale} />
        <NodeGrade point={node} locale={locale} />
      </p>
      {branches.length > 0 && (
        <details open className="group/tree pt-1">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-xs text-muted hover:text-ink lg:min-h-7">
            {words.copiesOf(branches.length)}
          </summary>
          <ul className="border-l pl-3 sm:pl-5">
            {branches.map((branch) => (
              <Item key={branch.node.id} branch={branch} locale={locale} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
