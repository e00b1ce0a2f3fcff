import type { ReactNode } from "react";
import { Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";

type FilterProps = { name: string; label: string; value?: string };

/** Boxes for FilterForm: small label above, the current choice inside. `all` names the empty choice. */
export function FilterSelect({
  name,
  label,
  value,
  options,
  all,
}: FilterProps & { options: Option[]; all: string }) {
  return (
    <Frame name={name} label={label}>
      <Select
        id={`filter-${name}`}
        name={name}
        options={options}
        placeholder={all}
        defaultValue={value ?? ""}
        data-value={value ?? ""}
      />
    </Frame>
  );
}

export function FilterText({ name, label, value, placeholder }: FilterProps & { placeholder?: string }) {
  return (
    <Frame name={name} label={label}>
      <Input
        id={`filter-${name}`}
        name={name}
        type="search"
        defaultValue={value}
        placeholder={placeholder}
        data-value={value ?? ""}
      />
    </Frame>
  );
}

export function FilterDate({ name, label, value }: FilterProps) {
  return (
    <Frame name={name} label={label}>
      <Input id={`filter-${name}`} name={name} type="date" defaultValue={value} data-value={value ?? ""} />
    </Frame>
  );
}

function Frame({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0 space-y-1 lg:max-w-56 lg:flex-[1_1_8.5rem]">
      <label htmlFor={`filter-${name}`} className="block text-xs text-muted">
        {label}
      </label>
      {children}
    </div>
  );
}
