import { clsx } from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  info: { frame: "border-info bg-info-soft", icon: "text-info", Icon: Info },
  attention: { frame: "border-ochre bg-ochre-soft", icon: "text-ochre", Icon: TriangleAlert },
  error: { frame: "border-red bg-red-soft", icon: "text-red", Icon: CircleAlert },
};

type NoticeProps = { tone?: keyof typeof tones; title?: string; className?: string; children?: ReactNode };

/** One thing to know about the page, said where it matters. */
export function Notice({ tone = "info", title, className, children }: NoticeProps) {
  const { frame, icon, Icon } = tones[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "note"}
      className={clsx("flex gap-3 border-l-2 px-4 py-3 text-sm", frame, className)}
    >
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", icon)} />
      <div className="min-w-0 space-y-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}
