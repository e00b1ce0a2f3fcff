import { cva, type VariantProps } from "class-variance-authority";

/** The look of a button, apart from the element, so that client forms need not load the merge table. */
export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors disabled:opacity-60 aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0 print:hidden",
  {
    variants: {
      variant: {
        primary: "border-green bg-green text-on-green hover:border-green-strong hover:bg-green-strong",
        secondary: "border-edge bg-surface text-ink hover:border-green hover:text-green",
        ghost: "border-transparent text-green hover:bg-green-soft",
        danger: "border-red bg-red text-on-red hover:opacity-90",
      },
      size: {
        default: "min-h-11 px-4 text-base lg:min-h-9 lg:text-sm",
        small: "min-h-11 px-3 text-sm lg:min-h-8",
      },
    },
    defaultVariants: { variant: "secondary", size: "default" },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyle>;
