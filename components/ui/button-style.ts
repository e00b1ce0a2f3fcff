export type ButtonStyle = {
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "default" | "small";
};

/** The look of a button, apart from the element; what it is made of stands in globals.css, so that forms stay small. */
export const buttonStyle = ({ variant = "secondary", size = "default" }: ButtonStyle = {}): string =>
  `button button-${variant} button-${size}`;
